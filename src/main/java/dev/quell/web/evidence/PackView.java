package dev.quell.web.evidence;

import dev.quell.call.Printable;
import dev.quell.evidence.custody.HandingNote;
import dev.quell.evidence.custody.PackNote;
import dev.quell.evidence.desk.KeptPack;
import dev.quell.security.masking.Masking;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A pack that was made, as the chain tells; what is not known any more is left out.
 *
 * @param pack the block of its note in the chain
 * @param until how long it waits to be fetched; absent if it does not wait
 * @param sha256 of the file; absent if it neither waits nor was handed out
 * @param taken where it went, oldest first
 */
record PackView(
        long pack,
        Instant at,
        @Nullable Order order,
        @Nullable Instant until,
        @Nullable String sha256,
        List<Taken> taken) {
    private static final int LONGEST = 200;

    /** What was asked for. */
    record Order(String source, Instant from, Instant to, String who, String why, String by, int calls) {
        static Order of(PackNote.Order order) {
            String source = order.source().startsWith("i:") ? order.source().substring(2) : order.source();
            return new Order(
                    Masking.text(source),
                    order.from(),
                    order.to(),
                    text(order.who()),
                    text(order.why()),
                    text(order.by()),
                    order.calls());
        }
    }

    /** A handing out. */
    record Taken(Instant at, String who, String by) {
        static Taken of(HandingNote note) {
            return new Taken(note.at(), text(note.who()), text(note.by()));
        }
    }

    static PackView of(PackNote note, Optional<KeptPack> kept, List<HandingNote> handed, Duration keeps) {
        return new PackView(
                note.block(),
                note.at(),
                note.order().map(Order::of).orElse(null),
                kept.map(pack -> pack.at().plus(keeps)).orElse(null),
                kept.map(KeptPack::sha256)
                        .or(() -> handed.stream().findFirst().map(HandingNote::sha256))
                        .orElse(null),
                handed.stream().map(Taken::of).toList());
    }

    private static String text(String words) {
        return Masking.text(Printable.of(words, LONGEST));
    }
}
