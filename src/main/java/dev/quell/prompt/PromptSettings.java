package dev.quell.prompt;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings under {@code quell.prompts}.
 *
 * @param folder Asterisk's folder of sounds as this machine sees it; the recordings are in {@code en/quell} and {@code zh/quell} below it
 */
@ConfigurationProperties(prefix = "quell.prompts", ignoreUnknownFields = false)
public record PromptSettings(
        @DefaultValue("/var/lib/asterisk/sounds") Path folder) {}
