package gradus.engine.translate;

/** Code made by hand takes more from the value stack than there is. */
final class Untranslatable extends RuntimeException {

  private static final long serialVersionUID = 1;
}
