package dev.quell.storage.evidence.check;

import dev.quell.evidence.KnownElsewhere;
import dev.quell.evidence.key.KeyLines;
import dev.quell.evidence.key.KeyLines.Leave;
import dev.quell.storage.evidence.CarriedHolds;
import java.util.List;

/** Whether the chain has its signed beginning, and is the one that the key's file names. */
final class BeginningCheck {

    private final Faults faults;
    private final KnownElsewhere known;

    BeginningCheck(Faults faults, KnownElsewhere known) {
        this.faults = faults;
        this.known = known;
    }

    /** Looks. */
    void look(TrustedNotes notes, String chain) {
        List<Trusted> begun = notes.of("GENESIS");
        if (begun.size() == 1) {
            begun(begun.getFirst(), chain);
        } else {
            faults.add(
                    begun.isEmpty()
                            ? "the chain has no signed beginning; what came before its first signed block may be anything"
                            : "the chain has " + begun.size() + " beginnings");
        }
        known.file()
                .flatMap(KeyLines::leave)
                .filter(leave ->
                        leave.kind().equals(Leave.BEGINNING) && leave.chain().equals(chain))
                .ifPresent(
                        leave -> faults.add(
                                "another chain was to begin, and that was broken off; stop Quell and run `quell chain begin` again"));
        known.file()
                .filter(file -> !file.chains().contains(chain))
                .ifPresent(file -> faults.add("the key's file does not know the chain of this database, "
                        + Faults.shortened(chain) + "; another was put in its place, or Quell was not started yet"));
    }

    private void begun(Trusted genesis, String chain) {
        if (!genesis.word("chain").equals(chain)) {
            faults.add("the signed beginning is of another chain, " + Faults.shortened(genesis.word("chain")));
        }
        String wrong = genesis.word(CarriedHolds.WRONG);
        if (!wrong.isEmpty()) {
            faults.tell("when the chain was let begin, the former one said of the legal holds: " + wrong);
        }
        genesis.values().path("earlier").forEach(other -> earlier(other.asString("")));
    }

    private void earlier(String chain) {
        String name = Faults.shortened(chain);
        if (known.formerly().contains(chain)) {
            faults.tell("this chain's key has signed the beginning of another before: chain " + name);
        } else {
            faults.add("this chain's key has signed the beginning of another before, chain " + name
                    + "; its records are not here. If people know what became of them name it: --formerly " + name);
        }
    }
}
