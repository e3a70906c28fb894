package dev.quell.console;

import dev.quell.console.live.Streams;
import dev.quell.flag.CallRedirector;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** The whole service with a log and people, seen through a browser. */
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = {
            "quell.asterisk.agi.port=0",
            "quell.screening.journal-wait=1s",
            "quell.people.password-cost=10",
            "quell.people.sign-in.account.burst=1000",
            "quell.people.sign-in.strangers.burst=1000"
        })
@Import({Scene.class, People.class})
@Execution(ExecutionMode.SAME_THREAD)
@Timeout(value = 20, unit = TimeUnit.MINUTES)
abstract class BrowserIT {
    @MockitoBean
    CallRedirector redirector;

    @Autowired
    Scene scene;

    @Autowired
    People people;

    @Autowired
    Streams streams;

    @LocalServerPort
    int port;

    Browser browser;

    /** Of each context its own: one that differs by a mock is another service. */
    @DynamicPropertySource
    static void settings(DynamicPropertyRegistry settings) {
        Path own = ConsolePageTests.data();
        settings.add("quell.data-directory", own::toString);
        settings.add("quell.prompts.folder", () -> "dialplan/sounds");
    }

    @BeforeEach
    void begin() throws Exception {
        scene.make();
        people.make();
        // Of windows that were closed before the service hears at a beat only, and an account may have so many.
        streams.stop();
        streams.start();
        browser = new Browser(port);
    }

    @AfterEach
    void end() {
        browser.close();
    }
}
