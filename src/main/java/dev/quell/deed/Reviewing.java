package dev.quell.deed;

import dev.quell.blocklist.BlockListService;
import dev.quell.blocklist.ListEntry;
import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.ListPattern;
import dev.quell.blocklist.ListQuery;
import dev.quell.calllog.LoggedCall;
import dev.quell.review.Judgement;
import dev.quell.review.Occasion;
import dev.quell.review.Review;
import dev.quell.review.ReviewStore;
import dev.quell.security.audit.Audit;
import dev.quell.security.audit.Deed;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What people decide about calls that were treated, each noted in the audit log once it is durable. */
@Component
public final class Reviewing {
    /** Who was kept out wrongly is allowed so long: time enough to see that it was a mistake. */
    private static final Duration ALLOWED = Duration.ofDays(30);

    private static final int MOST = 100;

    private final ReviewStore reviews;
    private final BlockListService lists;
    private final Deeds deeds;
    private final Audit audit;
    private final Clock clock;

    Reviewing(ReviewStore reviews, BlockListService lists, Deeds deeds, Audit audit, Clock clock) {
        this.reviews = reviews;
        this.lists = lists;
        this.deeds = deeds;
        this.audit = audit;
        this.clock = clock;
    }

    /** Keeps what somebody thinks of how a call was treated. */
    public void judge(Occasion occasion, LoggedCall call, Judgement judgement, String note, String by) {
        Instant now = clock.instant();
        reviews.put(new Review(occasion, call.id(), call.caller(), call.arrivedAt(), judgement, note, by, now));
        audit.note(
                occasion == Occasion.SAMPLE ? Deed.CALL_REVIEWED : Deed.DISPUTE_DECIDED,
                "call " + call.id(),
                "",
                note.isEmpty() ? judgement.name() : judgement + ": " + note);
    }

    /**
     * Decides a dispute for the caller: blocks of the number are lifted, the number is allowed for 30 days, and that is kept. A prefix that means the number too
     * stays, since the allow entry wins.
     *
     * @return whether the number could be listed; a withheld one cannot
     * @throws dev.quell.blocklist.ListRefusal if it may not be listed; nothing is changed then
     */
    public boolean relieve(LoggedCall call, String note, Asker by) {
        if (call.caller().identifies()) {
            ListPattern number = new ListPattern.Exact(call.caller());
            String reason = "case " + call.caseNumber() + (note.isEmpty() ? "" : ": " + note);
            deeds.list(
                    ListKind.ALLOW, number, reason, Optional.of(clock.instant().plus(ALLOWED)), by.id());
            for (ListEntry block : lists.page(ListQuery.meeting(ListKind.BLOCK, number, MOST))) {
                deeds.unlist(
                        ListKind.BLOCK, block.id(), entry -> entry.pattern().equals(number), reason, by);
            }
        }
        judge(Occasion.DISPUTE, call, Judgement.WRONG, note, by.id());
        return call.caller().identifies();
    }
}
