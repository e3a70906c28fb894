package dev.quell.screening.trial;

import dev.quell.blocklist.BlockListService;
import dev.quell.call.Attestation;
import dev.quell.call.CallId;
import dev.quell.call.CallSettings;
import dev.quell.call.CallerNumber;
import dev.quell.call.Fingerprint;
import dev.quell.call.IncomingCall;
import dev.quell.call.Lines;
import dev.quell.screening.Screening;
import dev.quell.screening.ScreeningSettings;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The use case of people who ask what would happen to a call now and why. Keeps nothing and counts nothing. */
@Component
public final class Trials {
    private final Screening screening;
    private final ScreeningSettings settings;
    private final BlockListService lists;
    private final Lines lines;
    private final CallSettings calls;
    private final Clock clock;

    public Trials(
            Screening screening,
            ScreeningSettings settings,
            BlockListService lists,
            Lines lines,
            CallSettings calls,
            Clock clock) {
        this.screening = screening;
        this.settings = settings;
        this.lists = lists;
        this.lines = lines;
        this.calls = calls;
        this.clock = clock;
    }

    /**
     * What would happen.
     *
     * @param line the number called; an empty one means the default line
     * @param trunk the way it comes in
     */
    public Trial of(CallerNumber caller, String line, String trunk, Attestation attestation) {
        IncomingCall call = call(caller, line, trunk, attestation);
        return new Trial(call, screening.test(call), lists.test(caller), settings.mode());
    }

    private IncomingCall call(CallerNumber caller, String line, String trunk, Attestation attestation) {
        return new IncomingCall(
                new CallId("test", "test"),
                "",
                caller,
                "",
                Optional.empty(),
                attestation,
                trunk,
                calls.trusts(trunk),
                lines.of(line),
                Fingerprint.UNKNOWN,
                false,
                false,
                "",
                clock.instant());
    }
}
