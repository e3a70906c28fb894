package dev.quell.testing;

import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** How long tests wait for what comes by itself: a slow machine is no fault, and what never comes fails all the same. */
public final class Patience implements BeforeAllCallback {

    /** The limit of every wait whose length is not what is tested. */
    public static final Duration LONG = Duration.ofSeconds(30);

    @Override
    public void beforeAll(ExtensionContext context) {
        Awaitility.setDefaultTimeout(LONG);
    }
}
