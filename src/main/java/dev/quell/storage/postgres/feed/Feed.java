package dev.quell.storage.postgres.feed;

import dev.quell.jobs.Jobs;
import dev.quell.storage.postgres.PostgresStore;
import dev.quell.storage.postgres.StoreWords;
import dev.quell.storage.share.InstanceKeeper;
import dev.quell.storage.share.Kind;
import dev.quell.storage.share.Replica;
import dev.quell.storage.share.SharedRow;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the record again and again for what other instances changed, and has it taken in. An instance that is new, or was away for longer than changes are
 * kept, takes everything once.
 */
public final class Feed implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Feed.class);
    private static final int PORTION = 500;
    private static final List<Kind> ORDER = List.of(
            Kind.ACCOUNT,
            Kind.TOKEN,
            Kind.RULES,
            Kind.VERSION,
            Kind.KNOWN,
            Kind.ENTRY,
            Kind.FLAG,
            Kind.PROPOSAL,
            Kind.RULE_PROPOSAL,
            Kind.REVIEW,
            Kind.AUDIT);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final PostgresStore store;
    private final InstanceKeeper keeper;
    private final Changes changes;
    private final FeedMark mark;
    private final Replica replica;
    private final Duration look;
    private final Thread thread;
    private volatile boolean open = true;
    private volatile String fault = "";
    private Duration pause;

    /** @param look how long to wait after all was taken */
    public Feed(PostgresStore store, InstanceKeeper keeper, FeedMark mark, Replica replica, Duration look) {
        this.store = store;
        this.keeper = keeper;
        this.changes = new Changes(store.database().reader());
        this.mark = mark;
        this.replica = replica;
        this.look = look;
        this.pause = look;
        this.thread = Thread.ofPlatform().name("quell-feed").daemon().unstarted(Jobs.loop("quell-feed", this::work));
    }

    /** Begins. */
    public void start() {
        thread.start();
    }

    /** Why nothing is heard; empty if all is well. */
    public String fault() {
        return fault;
    }

    private void work() {
        while (open) {
            try {
                Thread.sleep(turn());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    /** Takes one portion; how long to wait before the next. */
    public Duration turn() {
        try {
            boolean more = take();
            fault = "";
            pause = look;
            return more ? Duration.ZERO : look;
        } catch (SQLException | RuntimeException e) {
            fault = StoreWords.of(e);
            log.debug("Nothing is heard from PostgreSQL", e);
            pause = pause.multipliedBy(2).compareTo(LONGEST) < 0 ? pause.multipliedBy(2) : LONGEST;
            return pause;
        }
    }

    /** Without a number own ids may be those of others. */
    private boolean take() throws SQLException {
        store.prepare();
        if (keeper.number() == 0) {
            return false;
        }
        Changes.Head head = changes.head();
        if (isAnother(head) || mark.lacks(head.record(), Kind.values().length)) {
            all(head);
            return true;
        }
        if (mark.place(head.record()) == head.place()) {
            return false;
        }
        Changes.Portion portion = changes.after(mark.place(head.record()), PORTION);
        replica.take(portion.rows());
        if (!portion.whole()) {
            passedOver(head.record());
        }
        mark.taken(head.record(), portion.place(), portion.at());
        return portion.place() < head.place();
    }

    /** What an instance of a newer version shares is taken when this one is of that version too. */
    private void passedOver(String record) {
        if (mark.passedOver(record, Kind.values().length)) {
            log.warn(
                    "Another instance shares rows of a kind that this version does not know; they are passed over until this instance is"
                            + " updated too. All instances should be of one version");
        }
    }

    /** Whether changes after the mark may be there no more, or the record was set back: then another change, or none, has the mark's place. */
    private boolean isAnother(Changes.Head head) {
        long place = mark.place(head.record());
        long at = mark.at(head.record());
        return place < head.oldest() - 1
                || place > head.place()
                || (at > 0 && place >= head.oldest() && changes.at(place) != at);
    }

    /** What changes meanwhile comes once more after it. */
    private void all(Changes.Head head) {
        long rows = 0;
        for (Kind kind : ORDER) {
            String after = "";
            List<SharedRow> page;
            do {
                page = changes.page(kind, after, PORTION);
                replica.take(page);
                rows += page.size();
                after = page.isEmpty() ? after : page.getLast().ref();
            } while (page.size() == PORTION && open);
        }
        mark.whole(head.record());
        mark.taken(head.record(), head.place(), head.at());
        log.info("Everything that the instances share was taken from PostgreSQL: {} rows", rows);
    }

    /** Ends; what was not taken is taken after the next start. */
    @Override
    public void close() {
        open = false;
        thread.interrupt();
        try {
            thread.join(Duration.ofSeconds(2));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
