package dev.quell.fuzz;

import dev.quell.asterisk.agi.AgiDialogueFuzz;
import dev.quell.asterisk.agi.AgiRequestFuzz;
import dev.quell.asterisk.agi.incoming.ArgumentsFuzz;
import dev.quell.asterisk.agi.transport.AgiHeadersFuzz;
import dev.quell.asterisk.ami.stream.AmiForgeryFuzz;
import dev.quell.asterisk.ami.stream.AmiStreamFuzz;
import dev.quell.asterisk.ended.ToldFuzz;
import dev.quell.backtest.input.RecordFuzz;
import dev.quell.blocklist.ListFuzz;
import dev.quell.blocklist.bulk.ListCsvFuzz;
import dev.quell.call.NumberFuzz;
import dev.quell.cli.ScoreFuzz;
import dev.quell.config.SettingsFuzz;
import dev.quell.known.KnownFuzz;
import dev.quell.storage.backup.BackupFuzz;
import dev.quell.storage.journal.PayloadFuzz;
import dev.quell.storage.journal.segment.JournalFuzz;
import dev.quell.storage.redis.calls.CallFuzz;
import dev.quell.storage.redis.calls.PastFuzz;
import dev.quell.storage.redis.rows.RowFuzz;
import dev.quell.storage.redis.traffic.FactFuzz;
import dev.quell.web.ApiFuzz;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.Supplier;

/** Every target by its word, with how many generated inputs an ordinary test run gives it. */
enum Target {
    /** FastAGI headers, in one piece and in many. */
    AGI_HEADERS(20_000, AgiHeadersFuzz::new),
    /** Requests at the FastAGI port. */
    AGI_REQUEST(1_000, AgiRequestFuzz::new),
    /** What Asterisk replies within a dialogue. */
    AGI_DIALOGUE(1_500, AgiDialogueFuzz::new),
    /** What {@code screen} tells of a call. */
    ARGUMENTS(20_000, ArgumentsFuzz::new),
    /** The bytes of a manager connection. */
    AMI_STREAM(15_000, AmiStreamFuzz::new),
    /** A caller's text within an event. */
    AMI_FORGERY(20_000, AmiForgeryFuzz::new),
    /** Numbers as networks and people write them. */
    NUMBER(50_000, NumberFuzz::new),
    /** Entries of the lists and callers who are not meant. */
    LIST(3_000, ListFuzz::new),
    /** Long lists as CSV. */
    LIST_CSV(2_000, ListCsvFuzz::new),
    /** A site's customers as CSV. */
    CUSTOMERS(10_000, KnownFuzz::new),
    /** Foreign text in a file of scores. */
    SCORES(4_000, ScoreFuzz::new),
    /** Call records of other systems. */
    RECORDS(3_000, RecordFuzz::new),
    /** What the dialplan posts. */
    TOLD(2_000, ToldFuzz::new),
    /** A site's settings. */
    SETTINGS(120, SettingsFuzz::new),
    /** A damaged segment of the journal. */
    JOURNAL(300, JournalFuzz::new),
    /** A record's values in the journal. */
    PAYLOAD(50_000, PayloadFuzz::new),
    /** Rows that instances share over Redis. */
    REDIS_ROW(1_000, RowFuzz::new),
    /** Live calls in Redis. */
    REDIS_CALL(5_000, CallFuzz::new),
    /** Callers' pasts in Redis. */
    REDIS_PAST(10_000, PastFuzz::new),
    /** What instances tell each other of traffic. */
    REDIS_FACT(20_000, FactFuzz::new),
    /** Copies of a data directory. */
    BACKUP(1_500, BackupFuzz::new),
    /** The REST interface, and all else behind the HTTP port. */
    API(500, ApiFuzz::new);

    private final int inputs;
    private final Supplier<FuzzTarget> made;

    Target(int inputs, Supplier<FuzzTarget> made) {
        this.inputs = inputs;
        this.made = made;
    }

    int inputs() {
        return inputs;
    }

    FuzzTarget open() {
        return made.get();
    }

    /** How it is named on a command line and in folders. */
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Target of(String word) {
        return Arrays.stream(values())
                .filter(target -> target.word().equals(word))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("there is no target " + word + "; there are all, "
                        + String.join(
                                ", ", Arrays.stream(values()).map(Target::word).toList())));
    }
}
