package dev.quell.prompt;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The settings under {@code quell.prompts}.
 *
 * @param folder Asterisk's folder of sounds as this machine sees it; the recordings are in {@code en/quell} and {@code zh/quell} below it
 * @param ffmpeg the program that makes G.722; where it is not there, prompts have no such file, and Asterisk makes G.722 of another while it plays
 */
@ConfigurationProperties(prefix = "quell.prompts", ignoreUnknownFields = false)
public record PromptSettings(
        @DefaultValue("/var/lib/asterisk/sounds") Path folder,
        @DefaultValue("/usr/bin/ffmpeg") Path ffmpeg) {}
