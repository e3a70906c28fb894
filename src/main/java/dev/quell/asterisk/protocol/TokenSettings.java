package dev.quell.asterisk.protocol;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The setting {@code quell.asterisk.token-file}. The sections below {@code quell.asterisk} have records of their own.
 *
 * @param tokenFile the installation token's file, made at first start if it is not there
 */
@ConfigurationProperties(prefix = "quell.asterisk")
record TokenSettings(Path tokenFile) {}
