package dev.quell.console.evidence;

import dev.quell.blocklist.ListPattern;
import dev.quell.call.Printable;
import dev.quell.evidence.Hold;
import dev.quell.evidence.Holds;
import dev.quell.evidence.custody.Custody;
import dev.quell.evidence.custody.HoldNote;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** All legal holds, with what the chain tells of who made and who ended them. */
@Component
public final class HoldRows {
    private static final int COUNTED = 1000;
    private static final int MOST_ENDED = 50;
    private static final int LONGEST = 200;
    private static final Instant EVER = Instant.parse("9999-01-01T00:00:00Z");

    private final Holds holds;
    private final Custody custody;
    private final SourceField sources;
    private final Clock clock;

    HoldRows(Holds holds, Custody custody, SourceField sources, Clock clock) {
        this.holds = holds;
        this.custody = custody;
        this.sources = sources;
        this.clock = clock;
    }

    /**
     * All holds, newest first.
     *
     * @param ended the newest of them
     */
    record All(List<HoldRow> standing, List<HoldRow> ended) {}

    All all() {
        Instant now = clock.instant();
        Map<Long, HoldNote> made = new HashMap<>();
        Map<Long, HoldNote> released = new HashMap<>();
        custody.holds().forEach(note -> (note.ended() ? released : made).put(note.hold(), note));
        List<HoldRow> rows = holds.all().stream()
                .map(hold -> row(
                        hold,
                        Optional.ofNullable(made.get(hold.id())),
                        Optional.ofNullable(released.get(hold.id())),
                        now))
                .toList();
        return new All(
                rows.stream().filter(row -> row.end().isEmpty()).toList(),
                rows.stream()
                        .filter(row -> row.end().isPresent())
                        .limit(MOST_ENDED)
                        .toList());
    }

    /** Those that stand and mean a source, newest first. */
    public List<HoldRow> standing(ListPattern source) {
        Instant now = clock.instant();
        return holds.all().stream()
                .filter(hold -> end(hold, Optional.empty(), now).isEmpty())
                .filter(hold -> hold.source().map(held -> held.meets(source)).orElse(true))
                .map(hold -> row(hold, Optional.empty(), Optional.empty(), now))
                .toList();
    }

    private HoldRow row(Hold hold, Optional<HoldNote> made, Optional<HoldNote> released, Instant now) {
        Optional<HoldRow.End> end = end(hold, released, now);
        int kept = end.isPresent() ? 0 : custody.kept(hold, now, COUNTED + 1);
        return new HoldRow(
                hold.id(),
                hold.source().map(ListPattern::text).map(SourceField::shown).orElse(""),
                hold.source().map(ListPattern::text).map(sources::address).orElse(""),
                Optional.of(hold.from()).filter(Instant.EPOCH::isBefore),
                Optional.of(hold.to()).filter(EVER::isAfter),
                PackRows.text(hold.author()),
                PackRows.text(hold.reason()),
                made.map(note -> Printable.of(note.by(), LONGEST)).orElse(""),
                hold.madeAt(),
                hold.until(),
                Math.min(kept, COUNTED),
                kept > COUNTED,
                end);
    }

    private static Optional<HoldRow.End> end(Hold hold, Optional<HoldNote> note, Instant now) {
        return hold.releasedAt()
                .filter(at -> hold.until().filter(until -> until.isBefore(at)).isEmpty())
                .map(at -> new HoldRow.End(
                        at,
                        note.map(each -> PackRows.text(each.who())).orElse(""),
                        note.map(each -> PackRows.text(each.why())).orElse(""),
                        note.map(each -> Printable.of(each.by(), LONGEST)).orElse("")))
                .or(() -> hold.until()
                        .filter(until -> !until.isAfter(now))
                        .map(until -> new HoldRow.End(until, "", "", "")));
    }
}
