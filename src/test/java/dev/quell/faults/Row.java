package dev.quell.faults;

import dev.quell.faults.fault.AmiFlapping;
import dev.quell.faults.fault.ClockJump;
import dev.quell.faults.fault.DiskFull;
import dev.quell.faults.fault.Fault;
import dev.quell.faults.fault.IdleSockets;
import dev.quell.faults.fault.JournalFull;
import dev.quell.faults.fault.Kill;
import dev.quell.faults.fault.Network;
import dev.quell.faults.fault.NoRoom;
import dev.quell.faults.fault.OneOfTwo;
import dev.quell.faults.fault.Stop;
import dev.quell.faults.fault.StoreFaults;
import dev.quell.faults.fault.TornTail;
import dev.quell.faults.world.WorldKind;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** The rows of the fault table. */
enum Row {
    KILL("the service is killed under load and started again", WorldKind.SINGLE, Kill::new, 30, true),
    STOP("the service is frozen (SIGSTOP) and goes on", WorldKind.SINGLE, Stop::new, 30, true),
    NETWORK(
            "the way between Asterisk and the service: refused, reset, swallowed, frozen, delayed, throttled, cut",
            WorldKind.SINGLE,
            Network::new,
            30,
            true),
    IDLE_SOCKETS(
            "10,000 sockets on the FastAGI port that say nothing or half a request",
            WorldKind.SINGLE,
            IdleSockets::new,
            30,
            true),
    AMI_FLAPPING("the manager connection breaks several times a second", WorldKind.SINGLE, AmiFlapping::new, 5, true),
    DISK_FULL(
            "no byte is left on the disk; a third of the rounds with a restart on it",
            WorldKind.SMALL_DISK,
            DiskFull::new,
            30,
            false),
    NO_ROOM("from its first start on the disk has no room for a journal", WorldKind.SMALL_DISK, NoRoom::new, 30, false),
    CLOCK(
            "the clock jumps by an hour or a day, forward or back, and home again",
            WorldKind.MOVABLE_CLOCK,
            ClockJump::new,
            30,
            false),
    JOURNAL_FULL(
            "another program holds the database's lock, and the journal takes verdicts until it is full",
            WorldKind.SMALL_JOURNAL,
            JournalFull::new,
            30,
            false),
    TORN_TAIL(
            "killed; half-written bytes behind the ends of journal and SQLite's log",
            WorldKind.SINGLE,
            TornTail::new,
            30,
            true),
    ASTERISK_RESTART(
            "a real Asterisk is killed in the midst of its calls and started again",
            WorldKind.SINGLE,
            Kill::new,
            5,
            true) {
        @Override
        Scene scene(int slack) {
            return AsteriskScene.start(this, slack);
        }

        @Override
        boolean possible() {
            return !Boolean.getBoolean("quell.e2e.skip");
        }
    },
    ONE_OF_TWO_KILLED(
            "two services, one is killed and started again", WorldKind.SHARED, () -> new OneOfTwo(true), 30, true),
    ONE_OF_TWO_STOPPED(
            "two services, one is frozen and goes on", WorldKind.SHARED, () -> new OneOfTwo(false), 30, true),
    CLOCK_OF_ONE("two services, the clock of one jumps", WorldKind.CLOCKS, ClockJump::new, 30, false),
    REDIS_KILLED("Redis is killed and started again", WorldKind.SHARED, StoreFaults::redisKilled, 30, false),
    REDIS_STOPPED("Redis is frozen and goes on", WorldKind.SHARED, StoreFaults::redisStopped, 30, false),
    REDIS_FLUSHED("Redis loses everything", WorldKind.SHARED, StoreFaults::redisFlushed, 30, false),
    REDIS_SLOW("the way to Redis is slow or narrow", WorldKind.SHARED, StoreFaults::redisSlow, 30, false),
    POSTGRES_KILLED("PostgreSQL is killed and started again", WorldKind.SHARED, StoreFaults::postgresKilled, 30, true),
    POSTGRES_SLOW("the way to PostgreSQL is slow or narrow", WorldKind.SHARED, StoreFaults::postgresSlow, 30, true),
    POSTGRES_FULL(
            "the disk of PostgreSQL's tables is full", WorldKind.SMALL_STORE, StoreFaults::postgresFull, 30, false);

    private final String title;
    private final WorldKind kind;
    private final Supplier<Fault> faults;
    private final Duration normalWithin;
    private final boolean strikesAtOnce;

    Row(String title, WorldKind kind, Supplier<Fault> faults, int normalWithin, boolean strikesAtOnce) {
        this.title = title;
        this.kind = kind;
        this.faults = faults;
        this.normalWithin = Duration.ofSeconds(normalWithin);
        this.strikesAtOnce = strikesAtOnce;
    }

    /** What fails, in words. */
    String title() {
        return title;
    }

    /** As it is named on the command line. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    WorldKind kind() {
        return kind;
    }

    /**
     * Starts what its rounds are played in.
     *
     * @param slack how many times longer than on an idle machine it may take until all is well again
     */
    Scene scene(int slack) {
        return FakeScene.start(this, slack);
    }

    Fault fault() {
        return faults.get();
    }

    /** Whether a block whose deeds were all told at once must be there, too; where the clock jumps or the disk is full it may be missing. */
    boolean strikesAtOnce() {
        return strikesAtOnce;
    }

    /** How long after the fault's end all must be well again. */
    Duration normalWithin() {
        return normalWithin;
    }

    /** Whether this machine and user can play it. */
    boolean possible() {
        return kind.possible();
    }

    /** What it takes, for the sentence that says why it is left out. */
    String needs() {
        return kind.needs();
    }

    static Row of(String word) {
        return Arrays.stream(values())
                .filter(row -> row.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there is no row " + word + "; rows are "
                        + Arrays.stream(values()).map(Row::word).collect(Collectors.joining(", "))));
    }
}
