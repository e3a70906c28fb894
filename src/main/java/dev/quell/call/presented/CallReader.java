package dev.quell.call.presented;

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

/** Makes the call of what a switch said: numbers read, text filtered, identity headers believed only from a trusted trunk. Throws nothing. */
public final class CallReader {

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_TRAIT = 64;
    private static final int LONGEST_LANGUAGE = 16;
    /** Priorities of calls that must get through: RFC 7090, and RFC 3261's highest. */
    private static final Set<String> CALLBACK = Set.of("psap-callback", "emergency");

    private final CallSettings settings;
    private final Lines lines;
    private final NumberReader numbers;
    private final Clock clock;

    public CallReader(CallSettings settings, Lines lines, NumberReader numbers, Clock clock) {
        this.settings = settings;
        this.lines = lines;
        this.numbers = numbers;
        this.clock = clock;
    }

    /** The call, arrived now. */
    public IncomingCall read(PresentedCall call) {
        String trunk = call.trunk().isEmpty() ? "unknown" : call.trunk();
        boolean trusted = settings.trusts(trunk);
        return new IncomingCall(
                call.id(),
                call.channel(),
                numbers.read(call.number(), call.presentation()),
                ForeignText.printable(call.name(), LONGEST_NAME),
                trusted ? asserted(call.asserted()) : Optional.empty(),
                call.attestation(),
                trunk,
                trusted,
                lines.of(call.line()),
                fingerprint(call),
                call.forwarded(),
                settings.believesPriority(trunk)
                        && CALLBACK.contains(call.priority().strip().toLowerCase(Locale.ROOT)),
                cut(call.language(), LONGEST_LANGUAGE),
                clock.instant());
    }

    private Optional<CallerNumber> asserted(String header) {
        return SipAddress.of(header)
                .map(SipAddress::user)
                .filter(user -> !user.isEmpty())
                .map(numbers::read);
    }

    private static Fingerprint fingerprint(PresentedCall call) {
        return new Fingerprint(
                SipAddress.of(call.from()).map(SipAddress::host).orElse(""),
                ForeignText.plain(call.userAgent(), LONGEST_TRAIT),
                cut(call.codec(), LONGEST_TRAIT));
    }

    private static String cut(String word, int longest) {
        return word.length() > longest ? word.substring(0, longest) : word;
    }
}
