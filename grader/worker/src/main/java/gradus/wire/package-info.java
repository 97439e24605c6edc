/**
 * The wire between the grader and a worker: frames, values, caps and the table of methods that may
 * be called; both ends are built from it.
 *
 * <p>A frame is one request or one answer. All numbers are big-endian:
 *
 * <pre>
 *   length  type  call id  origin  payload
 *   u4      u1    u4       u4      length - 9 bytes
 * </pre>
 *
 * <p>The <em>call id</em> counts the sender's requests from 1; an answer repeats the id of the
 * request. The <em>origin</em> is the id of the other end's request that the sender is serving
 * meanwhile, 0 if none: call-backs nest inside calls and nowhere else. The ends take turns, so
 * after a frame there is never a second one. Whatever departs from this is a {@link
 * gradus.wire.ProtocolViolation}.
 */
package gradus.wire;
