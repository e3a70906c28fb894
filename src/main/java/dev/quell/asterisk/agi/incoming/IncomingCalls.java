package dev.quell.asterisk.agi.incoming;

import dev.quell.asterisk.protocol.Arguments;
import dev.quell.asterisk.protocol.Calls;
import dev.quell.asterisk.protocol.RefusedException;
import dev.quell.call.Attestation;
import dev.quell.call.CallSettings;
import dev.quell.call.IncomingCall;
import dev.quell.call.Lines;
import dev.quell.call.NumberReader;
import dev.quell.call.presented.CallReader;
import dev.quell.call.presented.PresentedCall;
import java.time.Clock;
import java.util.Locale;

/** Makes the call of {@code screen}'s arguments. */
public final class IncomingCalls {

    private final CallReader reader;

    public IncomingCalls(CallSettings settings, Lines lines, NumberReader numbers, Clock clock) {
        this.reader = new CallReader(settings, lines, numbers, clock);
    }

    public IncomingCall of(Arguments arguments) throws RefusedException {
        return reader.read(new PresentedCall(
                Calls.id(arguments),
                arguments.get("ch"),
                arguments.get("num"),
                arguments.get("pres"),
                arguments.get("name"),
                arguments.get("pai"),
                attestation(arguments.get("stir")),
                arguments.get("trunk"),
                arguments.get("line"),
                arguments.get("from"),
                arguments.get("ua"),
                arguments.get("codec"),
                arguments.get("div").equals("1"),
                arguments.get("prio"),
                arguments.get("lang")));
    }

    /**
     * What STIR/SHAKEN says. Only a verification that succeeded gives its letter; one that found the signature or the number wrong is a failure; any other
     * word (no certificate, service disabled) tells nothing about the caller.
     */
    private static Attestation attestation(String stir) {
        int colon = stir.indexOf(':');
        if (colon != 1) {
            return Attestation.NONE;
        }
        String result = stir.substring(2).toLowerCase(Locale.ROOT);
        if (result.equals("success") || result.endsWith("passed")) {
            return switch (stir.charAt(0)) {
                case 'A' -> Attestation.A;
                case 'B' -> Attestation.B;
                case 'C' -> Attestation.C;
                default -> Attestation.NONE;
            };
        }
        return result.contains("signature") || result.contains("mismatch") ? Attestation.FAILED : Attestation.NONE;
    }
}
