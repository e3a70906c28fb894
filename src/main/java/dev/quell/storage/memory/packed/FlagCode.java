package dev.quell.storage.memory.packed;

import dev.quell.history.PastFlag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Flags in bytes. Times are kept to the millisecond. */
final class FlagCode {

    private static final int WORDS = 1 << 14;

    /** Agents and reasons. */
    private final Vocabulary words = new Vocabulary(WORDS);

    void write(List<PastFlag> flags, PackWriter out) {
        out.number(flags.size());
        for (PastFlag flag : flags) {
            out.signed(flag.at().toEpochMilli());
            words.write(flag.agent(), out);
            words.write(flag.reason(), out);
            out.number(flag.weight() == 1 ? 0 : 1);
            if (flag.weight() != 1) {
                out.number(Double.doubleToRawLongBits(flag.weight()));
            }
        }
    }

    List<PastFlag> read(PackReader in) {
        long count = in.number();
        List<PastFlag> flags = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            flags.add(new PastFlag(Instant.ofEpochMilli(in.signed()), words.read(in), words.read(in), weight(in)));
        }
        return flags;
    }

    private static double weight(PackReader in) {
        return in.number() == 0 ? 1 : Double.longBitsToDouble(in.number());
    }
}
