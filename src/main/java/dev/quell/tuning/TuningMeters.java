package dev.quell.tuning;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.stereotype.Component;

/** Which rules decide on this instance: instances whose numbers differ for minutes decide differently. */
@Component
final class TuningMeters {

    TuningMeters(Tuner tuner, MeterRegistry meters) {
        Gauge.builder("quell.rules.revision", tuner, TuningMeters::revision)
                .description(
                        "When the saved rules that decide were saved, seconds since 1970; 0: the site's file alone")
                .register(meters);
        Gauge.builder("quell.rules.stuck", tuner, of -> of.stuck().isPresent() ? 1 : 0)
                .description("1 if the rules that were saved last cannot be taken up here")
                .register(meters);
    }

    private static double revision(Tuner tuner) {
        return tuner.held().map(held -> held.at().toEpochMilli() / 1000.0).orElse(0.0);
    }
}
