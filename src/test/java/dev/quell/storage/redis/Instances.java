package dev.quell.storage.redis;

import dev.quell.QuellApplication;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** Whole instances in one machine, each with its own data and ports. */
public final class Instances {

    private Instances() {}

    /** One that runs. */
    public static ConfigurableApplicationContext start(Path data, String... settings) {
        List<String> all = new ArrayList<>(List.of(
                "--server.port=0",
                "--quell.asterisk.agi.port=0",
                "--quell.data-directory=" + data,
                "--spring.data.redis.timeout=1s"));
        all.addAll(List.of(settings));
        return new SpringApplicationBuilder(QuellApplication.class).run(all.toArray(String[]::new));
    }
}
