package dev.quell.config;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.joran.spi.JoranException;
import ch.qos.logback.core.status.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The site's logback.xml, as it lies in config/. */
class LoggingFilesTest {
    private final LoggerContext context = new LoggerContext();

    @TempDir
    Path folder;

    @BeforeEach
    void configure() throws JoranException {
        context.setMDCAdapter(new LogbackMDCAdapter());
        context.putProperty("LOG_PATH", folder.toString());
        JoranConfigurator configurator = new JoranConfigurator();
        configurator.setContext(context);
        configurator.doConfigure("config/logback.xml");
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void itHasNoFault() {
        assertThat(context.getStatusManager().getCopyOfStatusList())
                .filteredOn(status -> status.getLevel() != Status.INFO)
                .isEmpty();
    }

    @Test
    void callsHaveAFileOfTheirOwnAndAreInTheWholeLogToo() throws IOException {
        context.getLogger("quell.calls").info("screened id=pbx:1.1 action=PASS");
        context.getLogger("dev.quell.Other").warn("something else");

        assertThat(Files.readAllLines(folder.resolve("calls.log")))
                .singleElement()
                .asString()
                .matches("\\S+T\\S+ screened id=pbx:1\\.1 action=PASS");
        assertThat(Files.readAllLines(folder.resolve("quell.log"))).hasSize(2);
    }

    @Test
    void aMessageIsOneLineWhateverItHolds() throws IOException {
        context.getLogger("quell.calls").info("screened\nscreened id=forged\r\nended");

        assertThat(Files.readAllLines(folder.resolve("calls.log")))
                .singleElement()
                .asString()
                .endsWith("screened | screened id=forged | ended");
    }
}
