package dev.quell.config.schema;

import java.util.Map;
import org.springframework.boot.context.properties.bind.Bindable;

/** What may stand at one key of the settings. */
public sealed interface Setting {
    /** How the setting is bound by itself. */
    Bindable<?> target();

    /** Whether it must be given when the section around it is. */
    boolean required();

    /** A single value. */
    record Value(Bindable<?> target, boolean required) implements Setting {}

    /** A list of values or sections. */
    record Items(Bindable<?> target, boolean required, Setting element) implements Setting {}

    /** Entries under names that the site chooses. */
    record Entries(Bindable<?> target, boolean required, Setting element) implements Setting {}

    /**
     * Keys of a settings record.
     *
     * @param parts by their names as they are written, {@code talk-threshold}
     */
    record Section(Bindable<?> target, boolean required, Map<String, Setting> parts) implements Setting {}
}
