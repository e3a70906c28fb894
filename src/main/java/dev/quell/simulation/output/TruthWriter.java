package dev.quell.simulation.output;

import dev.quell.simulation.stage.FinishedCall;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;

/** Writes the truth about each call: {@code call,uniqueid,caller,number,scenario,label}, the label {@code good} or {@code nuisance}. */
public final class TruthWriter implements Consumer<FinishedCall> {

    private final Appendable out;

    /** With where the lines go; the head is written at once. */
    public TruthWriter(Appendable out) {
        this.out = out;
        write("call,uniqueid,caller,number,scenario,label");
    }

    @Override
    public void accept(FinishedCall call) {
        write(String.join(
                ",",
                call.decided().call().id().toString(),
                call.decided().call().id().linkedId(),
                call.person().id(),
                call.decided().call().caller().key(),
                call.person().scenario(),
                call.person().nuisance() ? "nuisance" : "good"));
    }

    private void write(String line) {
        try {
            out.append(line).append('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
