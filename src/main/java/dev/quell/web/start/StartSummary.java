package dev.quell.web.start;

import dev.quell.blocklist.BlockListService;
import dev.quell.screening.ScreeningSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Says in three lines what this service does now and where it is reached. */
@Component
class StartSummary {
    private static final Logger LOG = LoggerFactory.getLogger(StartSummary.class);

    private final ScreeningSettings screening;
    private final BlockListService lists;
    private final Environment environment;

    StartSummary(ScreeningSettings screening, BlockListService lists, Environment environment) {
        this.screening = screening;
        this.lists = lists;
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    void tell() {
        LOG.info(
                "{}",
                switch (screening.mode()) {
                    case OBSERVE ->
                        "Mode observe: calls are scored and logged, and every one passes (quell.screening.mode)";
                    case ENFORCE -> "Mode enforce: calls are treated as their verdicts say (quell.screening.mode)";
                });
        lists.count()
                .ifPresentOrElse(
                        count -> LOG.info("{} block and {} allow entries are active", count.blocks(), count.allows()),
                        () -> LOG.info("The lists are being read; entries count as they come in"));
        LOG.info(
                "The REST interface is at http://{}:{}/api/v1, health and metrics are under /actuator",
                environment.getProperty("server.address", "0.0.0.0"),
                environment.getProperty("local.server.port", environment.getProperty("server.port", "")));
    }
}
