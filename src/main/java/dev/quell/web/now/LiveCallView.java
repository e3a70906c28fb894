package dev.quell.web.now;

import dev.quell.call.CallerNumber;
import dev.quell.classifier.Action;
import dev.quell.classifier.CallClass;
import dev.quell.console.live.Living;
import dev.quell.console.live.Met;
import dev.quell.console.live.Stage;
import dev.quell.security.masking.Masking;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A call that lives; what is not known is left out.
 *
 * @param stage what is done to it now
 * @param name chosen by the caller; never take it for a fact
 * @param verdict what should be done
 * @param applied what Asterisk was told
 * @param percent how likely it is a nuisance, 0 to 100
 * @param talking whether the caller is heard at this moment
 * @param overRest whether a program asked about it over REST; it is left out 30 minutes after it came, if no end was told
 */
record LiveCallView(
        String id,
        Instant since,
        Stage stage,
        @Nullable String caller,
        @Nullable String name,
        @Nullable String line,
        @Nullable String trunk,
        @Nullable Action verdict,
        @Nullable Action applied,
        @Nullable CallClass callClass,
        @Nullable Long percent,
        String queue,
        String agent,
        boolean talking,
        boolean overRest) {
    static LiveCallView of(Living call) {
        Optional<Met> met = call.met();
        return new LiveCallView(
                call.id().toString(),
                call.since(),
                call.stage(),
                met.map(Met::caller).map(LiveCallView::shown).orElse(null),
                met.map(Met::name).map(Masking::text).orElse(null),
                met.map(Met::line).orElse(null),
                met.map(Met::trunk).orElse(null),
                met.map(Met::verdict).orElse(null),
                met.map(Met::applied).orElse(null),
                met.map(Met::callClass).orElse(null),
                met.map(Met::percent).orElse(null),
                call.queue(),
                call.agent(),
                call.talking(),
                met.filter(Met::overRest).isPresent());
    }

    private static String shown(CallerNumber caller) {
        return Masking.show(caller);
    }
}
