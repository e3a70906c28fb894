package dev.quell.storage;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the service keeps what it writes.
 *
 * @param dataDirectory holds the database; made at the first start, for its owner alone
 */
@ConfigurationProperties(prefix = "quell")
public record DataSettings(@DefaultValue("data") Path dataDirectory) {}
