package dev.quell.replay;

import dev.quell.blocklist.BlockListSettings;
import dev.quell.call.CallSettings;
import dev.quell.classifier.ClassifierSettings;
import dev.quell.flag.FlagSettings;
import dev.quell.screening.ScreeningSettings;
import dev.quell.screening.ScreeningSettings.Mode;
import dev.quell.traffic.TrafficSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/**
 * The settings of everything that decides about calls.
 *
 * @param memory how long a caller's calls are remembered, longer than 0
 */
public record ReplaySettings(
        CallSettings calls,
        ClassifierSettings classifier,
        ScreeningSettings screening,
        BlockListSettings blockList,
        FlagSettings flags,
        TrafficSettings traffic,
        Duration memory) {

    private static final String SHIPPED = "application.yml";

    /** The shipped settings, {@linkplain #enforcing() enforced}. */
    public static ReplaySettings shipped() {
        return with(List.of());
    }

    /**
     * The shipped settings with others before them, enforced.
     *
     * @param site what differs, the strongest first
     */
    public static ReplaySettings with(List<? extends PropertySource<?>> site) {
        StandardEnvironment environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .forEach(source -> environment.getPropertySources().remove(source.getName()));
        site.forEach(environment.getPropertySources()::addLast);
        try {
            new YamlPropertySourceLoader()
                    .load(SHIPPED, new ClassPathResource(SHIPPED))
                    .forEach(environment.getPropertySources()::addLast);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ConfigurationPropertySources.attach(environment);
        return of(Binder.get(environment)).enforcing();
    }

    /** The settings as a binder finds them, with the mode and the holdout that they name. */
    public static ReplaySettings of(Binder binder) {
        return new ReplaySettings(
                binder.bindOrCreate("quell.call", CallSettings.class),
                binder.bindOrCreate("quell.classifier", ClassifierSettings.class),
                binder.bindOrCreate("quell.screening", ScreeningSettings.class),
                binder.bindOrCreate("quell.blocklist", BlockListSettings.class),
                binder.bindOrCreate("quell.flag", FlagSettings.class),
                binder.bindOrCreate("quell.traffic", TrafficSettings.class),
                binder.bind("quell.storage.retention.calls", Duration.class).orElse(Duration.ofDays(90)));
    }

    /** The same, enforced and without a holdout: what the rules themselves would do. */
    public ReplaySettings enforcing() {
        return withScreening(new ScreeningSettings(
                Mode.ENFORCE,
                screening.journalWait(),
                0,
                screening.floor(),
                screening.talkThreshold(),
                screening.outcome()));
    }

    /** The same with other settings of the classifier, for example other weights. */
    public ReplaySettings withClassifier(ClassifierSettings other) {
        return new ReplaySettings(calls, other, screening, blockList, flags, traffic, memory);
    }

    /** The same with calls that are remembered for a time at most. */
    public ReplaySettings remembering(Duration most) {
        return memory.compareTo(most) <= 0
                ? this
                : new ReplaySettings(calls, classifier, screening, blockList, flags, traffic, most);
    }

    /** The same with other settings of screening, for example a mode or a holdout. */
    public ReplaySettings withScreening(ScreeningSettings other) {
        return new ReplaySettings(calls, classifier, other, blockList, flags, traffic, memory);
    }

    /** The same with other lines, trunks or own numbers. */
    public ReplaySettings withCalls(CallSettings other) {
        return new ReplaySettings(other, classifier, screening, blockList, flags, traffic, memory);
    }
}
