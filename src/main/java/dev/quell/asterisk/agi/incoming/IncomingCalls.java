package dev.quell.asterisk.agi.incoming;

import dev.quell.asterisk.protocol.Arguments;
import dev.quell.asterisk.protocol.Calls;
import dev.quell.asterisk.protocol.RefusedException;
import dev.quell.call.Attestation;
import dev.quell.call.CallSettings;
import dev.quell.call.CallerNumber;
import dev.quell.call.Fingerprint;
import dev.quell.call.IncomingCall;
import dev.quell.call.Lines;
import dev.quell.call.NumberReader;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Makes the call of {@code screen}'s arguments: numbers read, text filtered, identity headers believed only from a trusted trunk. */
public final class IncomingCalls {

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_TRAIT = 64;
    private static final int LONGEST_LANGUAGE = 16;
    /** Priorities of calls that must get through: RFC 7090, and RFC 3261's highest. */
    private static final Set<String> CALLBACK = Set.of("psap-callback", "emergency");

    private final CallSettings settings;
    private final Lines lines;
    private final NumberReader numbers;
    private final Clock clock;

    public IncomingCalls(CallSettings settings, Lines lines, NumberReader numbers, Clock clock) {
        this.settings = settings;
        this.lines = lines;
        this.numbers = numbers;
        this.clock = clock;
    }

    public IncomingCall of(Arguments arguments) throws RefusedException {
        String trunk = arguments.get("trunk").isEmpty() ? "unknown" : arguments.get("trunk");
        boolean trusted = settings.trusts(trunk);
        return new IncomingCall(
                Calls.id(arguments),
                arguments.get("ch"),
                numbers.read(arguments.get("num"), arguments.get("pres")),
                ForeignText.printable(arguments.get("name"), LONGEST_NAME),
                trusted ? asserted(arguments.get("pai")) : Optional.empty(),
                attestation(arguments.get("stir")),
                trunk,
                trusted,
                lines.of(arguments.get("line")),
                fingerprint(arguments),
                arguments.get("div").equals("1"),
                settings.believesPriority(trunk)
                        && CALLBACK.contains(arguments.get("prio").strip().toLowerCase(Locale.ROOT)),
                cut(arguments.get("lang"), LONGEST_LANGUAGE),
                clock.instant());
    }

    private Optional<CallerNumber> asserted(String header) {
        return SipAddress.of(header)
                .map(SipAddress::user)
                .filter(user -> !user.isEmpty())
                .map(numbers::read);
    }

    private static Fingerprint fingerprint(Arguments arguments) {
        return new Fingerprint(
                SipAddress.of(arguments.get("from")).map(SipAddress::host).orElse(""),
                ForeignText.plain(arguments.get("ua"), LONGEST_TRAIT),
                cut(arguments.get("codec"), LONGEST_TRAIT));
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

    private static String cut(String word, int longest) {
        return word.length() > longest ? word.substring(0, longest) : word;
    }
}
