package dev.quell.console.evidence;

import dev.quell.call.Printable;
import dev.quell.evidence.custody.Custody;
import dev.quell.evidence.custody.HandingNote;
import dev.quell.evidence.custody.PackNote;
import dev.quell.evidence.desk.KeptPack;
import dev.quell.evidence.desk.PackDesk;
import dev.quell.security.masking.Masking;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The packs that were made, out of the chain and of what waits to be fetched. */
@Component
final class PackRows {
    private static final int ROWS = 25;
    private static final int LONGEST = 200;

    private final Custody custody;
    private final PackDesk desk;
    private final SourceField sources;

    PackRows(Custody custody, PackDesk desk, SourceField sources) {
        this.custody = custody;
        this.desk = desk;
        this.sources = sources;
    }

    /**
     * Some packs.
     *
     * @param rows newest first
     * @param older the block before which older ones are; 0 if there are none
     */
    record Page(List<PackRow> rows, long older) {}

    /** Packs whose notes stand before a block. */
    Page before(long block) {
        List<PackNote> notes = custody.packs(block, ROWS + 1);
        List<PackNote> shown = notes.subList(0, Math.min(ROWS, notes.size()));
        Map<Long, KeptPack> kept =
                desk.kept().stream().collect(Collectors.toMap(KeptPack::note, Function.identity(), (a, b) -> a));
        Map<Long, List<HandingNote>> handed = custody
                .handings(shown.stream().map(PackNote::block).toList())
                .stream()
                .collect(Collectors.groupingBy(HandingNote::pack));
        return new Page(
                shown.stream()
                        .map(note -> row(
                                note,
                                Optional.ofNullable(kept.get(note.block())),
                                handed.getOrDefault(note.block(), List.of())))
                        .toList(),
                notes.size() > ROWS ? shown.getLast().block() : 0);
    }

    private PackRow row(PackNote note, Optional<KeptPack> kept, List<HandingNote> handed) {
        Optional<HandingNote> went = handed.stream().findFirst();
        return new PackRow(
                note.block(),
                note.at(),
                note.order().map(PackRows::order),
                note.order().map(order -> sources.address(order.source())).orElse(""),
                kept.map(KeptPack::sha256)
                        .or(() -> went.map(HandingNote::sha256))
                        .orElse(""),
                kept.map(KeptPack::bytes)
                        .or(() -> went.map(HandingNote::bytes))
                        .map(PackRow::size)
                        .orElse(""),
                kept.map(pack -> pack.at().plus(desk.keeps())),
                handed.stream().map(PackRows::shown).toList());
    }

    private static PackRow.Order order(PackNote.Order order) {
        return new PackRow.Order(
                SourceField.shown(order.source()),
                order.from(),
                order.to(),
                text(order.who()),
                text(order.why()),
                Printable.of(order.by(), LONGEST),
                order.calls());
    }

    private static HandingNote shown(HandingNote note) {
        return new HandingNote(
                note.pack(),
                note.at(),
                note.sha256(),
                note.bytes(),
                text(note.who()),
                Printable.of(note.by(), LONGEST));
    }

    /** Free text of people, as the reader may see it. */
    static String text(String words) {
        return Masking.text(Printable.of(words, LONGEST));
    }
}
