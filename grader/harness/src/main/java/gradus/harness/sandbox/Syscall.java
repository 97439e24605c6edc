package gradus.harness.sandbox;

/**
 * The system calls that a sandboxed JVM may not make, with their numbers.
 *
 * <p>Numbers: Linux's {@code arch/x86/entry/syscalls/syscall_64.tbl} and {@code
 * include/uapi/asm-generic/unistd.h}; -1 where the architecture has no such call. A Java program
 * without native code of its own reaches few of these: what is denied is the kernel's surface.
 */
enum Syscall {
  FORK(57, -1),
  VFORK(58, -1),
  PTRACE(101, 117),
  SYSLOG(103, 116),
  PERSONALITY(135, 92),
  PIVOT_ROOT(155, 41),
  ADJTIMEX(159, 171),
  CHROOT(161, 51),
  ACCT(163, 89),
  SETTIMEOFDAY(164, 170),
  MOUNT(165, 40),
  UMOUNT2(166, 39),
  SWAPON(167, 224),
  SWAPOFF(168, 225),
  REBOOT(169, 142),
  IOPL(172, -1),
  IOPERM(173, -1),
  INIT_MODULE(175, 105),
  DELETE_MODULE(176, 106),
  QUOTACTL(179, 60),
  CLOCK_SETTIME(227, 112),
  KEXEC_LOAD(246, 104),
  ADD_KEY(248, 217),
  REQUEST_KEY(249, 218),
  KEYCTL(250, 219),
  UNSHARE(272, 97),
  PERF_EVENT_OPEN(298, 241),
  FANOTIFY_INIT(300, 262),
  NAME_TO_HANDLE_AT(303, 264),
  OPEN_BY_HANDLE_AT(304, 265),
  SETNS(308, 268),
  PROCESS_VM_READV(310, 270),
  PROCESS_VM_WRITEV(311, 271),
  KCMP(312, 272),
  FINIT_MODULE(313, 273),
  MEMFD_CREATE(319, 279),
  KEXEC_FILE_LOAD(320, 294),
  BPF(321, 280),
  USERFAULTFD(323, 282),
  PIDFD_SEND_SIGNAL(424, 424),
  IO_URING_SETUP(425, 425),
  IO_URING_ENTER(426, 426),
  IO_URING_REGISTER(427, 427),
  OPEN_TREE(428, 428),
  MOVE_MOUNT(429, 429),
  FSOPEN(430, 430),
  FSCONFIG(431, 431),
  FSMOUNT(432, 432),
  FSPICK(433, 433),
  PIDFD_OPEN(434, 434),
  PIDFD_GETFD(438, 438),
  PROCESS_MADVISE(440, 440),
  MOUNT_SETATTR(442, 442),
  MEMFD_SECRET(447, 447),
  SHMGET(29, 194),
  SEMGET(64, 190),
  MSGGET(68, 186),
  MQ_OPEN(240, 180);

  private final int x86;
  private final int arm;

  Syscall(int x86, int arm) {
    this.x86 = x86;
    this.arm = arm;
  }

  int number(Machine machine) {
    return machine == Machine.X86_64 ? x86 : arm;
  }

  /**
   * An architecture a filter can be written for.
   *
   * <p>{@code socket}, {@code clone} and {@code clone3} are here because the filter looks at their
   * arguments or answers them in a way of its own.
   */
  enum Machine {
    X86_64("amd64", 0xC000003E, 41, 56),
    AARCH64("aarch64", 0xC00000B7, 198, 220);

    static final int CLONE3 = 435;

    private final String osArch;
    final int audit;
    final int socket;
    final int clone;

    Machine(String osArch, int audit, int socket, int clone) {
      this.osArch = osArch;
      this.audit = audit;
      this.socket = socket;
      this.clone = clone;
    }

    /** The machine that the property {@code os.arch} names. */
    static java.util.Optional<Machine> named(String osArch) {
      return java.util.Arrays.stream(values()).filter(m -> m.osArch.equals(osArch)).findFirst();
    }
  }
}
