package dev.quell;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.quell.blocklist.BlockListSettings;
import dev.quell.classifier.ClassifierSettings;
import dev.quell.flag.FlagSettings;
import dev.quell.screening.ScreeningSettings;
import dev.quell.security.people.PeopleSettings;
import dev.quell.testing.ShippedSettings;
import dev.quell.traffic.TrafficSettings;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each setting that cannot be is refused with its key and what would be right; the value just inside is taken. */
class SettingsFaultsTest {

    private static final Map<String, Class<?>> RECORDS = Map.of(
            "quell.screening", ScreeningSettings.class,
            "quell.classifier", ClassifierSettings.class,
            "quell.blocklist", BlockListSettings.class,
            "quell.traffic", TrafficSettings.class,
            "quell.flag", FlagSettings.class,
            "quell.people", PeopleSettings.class);

    @ParameterizedTest
    @CsvSource({
        "quell.screening, journal-wait, 0ms, 1ms",
        "quell.screening, journal-wait, 1001ms, 1s",
        "quell.screening, holdout, -0.01, 0",
        "quell.screening, holdout, 0.11, 0.1",
        "quell.screening, floor.window, 59s, 1m",
        "quell.screening, floor.window, 25h, 24h",
        "quell.screening, floor.share, 0, 0.001",
        "quell.screening, floor.factor, 0.9, 1",
        "quell.screening, floor.min-calls, 0, 1",
        "quell.screening, floor.min-diverted, 0, 1",
        "quell.screening, talk-threshold.standard, -1, 0",
        "quell.screening, talk-threshold.protected, 32768, 32767",
        "quell.screening, outcome.silent-after, 999ms, 1s",
        "quell.screening, outcome.short-under, -1s, 0s",
        "quell.screening, outcome.good-talk, 8s, 9s",
        "quell.screening, outcome.speech-burst, 401ms, 400ms",
        "quell.screening, outcome.speech-sum, 1001ms, 1s",
        "quell.classifier, prior, 0, 0.001",
        "quell.classifier, prior, 0.5, 0.49",
        "quell.classifier, thresholds.tag, 0.8, 0.79",
        "quell.classifier, thresholds.deter, 1, 0.999",
        "quell.classifier, burst-listen.max-retry, 0, 1",
        "quell.classifier, flags-deter.find-time, 0s, 1s",
        "quell.classifier, listen.spacing, -1s, 0s",
        "quell.blocklist, 'protected-numbers[0]', abc, 8001",
        "quell.blocklist, 'protected-numbers[0]', +86*1, +861*",
        "quell.blocklist, max-ban-time, 0s, 90d",
        "quell.blocklist, burst.ban-time, 91d, 90d",
        "quell.blocklist, burst.max-retry, 0, 1",
        "quell.blocklist, 'ladder.terms', '24h,7d,91d', '24h,7d,90d'",
        "quell.blocklist, 'ladder.terms', '7d,24h', '24h,24h'",
        "quell.blocklist, ladder.confirm-over, 0s, 1s",
        "quell.blocklist, ladder.sessions, 4, 3",
        "quell.blocklist, incident.per-day, 0, 1",
        "quell.blocklist, incident.spacing, -1s, 0s",
        "quell.blocklist, identity.incidents, 0, 1",
        "quell.blocklist, identity.fingerprint-share, 0, 1",
        "quell.blocklist, identity.min-calls, -1, 0",
        "quell.traffic, 'trunk-groups.one', 'a,a', 'a,b'",
        "quell.traffic, max-trunks, 0, 1",
        "quell.traffic, max-trunks, 4097, 4096",
        "quell.traffic, max-lines, 0, 1",
        "quell.traffic, max-lines, 100001, 100000",
        "quell.traffic, prior.pseudo-calls, 0, 1",
        "quell.traffic, prior.per-day, 0, 1",
        "quell.traffic, prior.per-day, 101, 100",
        "quell.traffic, silence.find-time, 0s, 1s",
        "quell.traffic, silence.find-time, 25h, 24h",
        "quell.traffic, silence.share, 0, 0.01",
        "quell.traffic, silence.share, 1, 0.99",
        "quell.traffic, silence.factor, 0.9, 1",
        "quell.traffic, silence.min-callers, 1, 2",
        "quell.traffic, no-media.share, 1, 0.99",
        "quell.traffic, no-media.min-callers, 1, 2",
        "quell.traffic, flood.find-time, 4s, 5s",
        "quell.traffic, flood.find-time, 301s, 5m",
        "quell.traffic, flood.min-callers, 1, 2",
        "quell.traffic, flood.sigmas, 0.9, 1",
        "quell.traffic, flood.hold, 0s, 24h",
        "quell.traffic, flood.learn, -1s, 0s",
        "quell.traffic, storm.find-time, 59s, 1m",
        "quell.traffic, storm.find-time, 61m, 1h",
        "quell.traffic, storm.min-callers, 1, 2",
        "quell.traffic, storm.sigmas, 0.9, 1",
        "quell.traffic, borrowed.find-time, 25h, 24h",
        "quell.traffic, borrowed.hold, 0s, 30d",
        "quell.flag, undo-within, 0s, 1s",
        "quell.people, sign-in.directory.burst, 0, 1",
        "quell.people, sign-in.directory.per, 0s, 1s",
        "quell.people, sign-in.directory.per, -1h, 1h",
        "quell.flag, spacing, -1s, 0s"
    })
    void isRefusedWithItsKey(String prefix, String key, String wrong, String right) {
        Class<?> type = RECORDS.get(prefix);
        String group = key.replaceFirst("[.\\[].*", "");

        ShippedSettings.of(prefix, type, key, right);
        assertThatThrownBy(() -> ShippedSettings.of(prefix, type, key, wrong))
                .rootCause()
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(prefix + "." + group)
                .hasMessageContaining("such as");
    }
}
