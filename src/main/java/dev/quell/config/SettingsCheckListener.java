package dev.quell.config;

import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.Ordered;

/** Checks the settings once they are read, before anything is made of them; stops the start if they have faults. */
final class SettingsCheckListener implements ApplicationListener<ApplicationEnvironmentPreparedEvent>, Ordered {
    private static final Logger LOG = LoggerFactory.getLogger(SettingsCheckListener.class);

    @Override
    public void onApplicationEvent(ApplicationEnvironmentPreparedEvent event) {
        ConfigCheck check = ConfigCheck.ofQuell();
        List<SettingsFault> faults = check.check(event.getEnvironment());
        if (!faults.isEmpty()) {
            throw new InvalidSettingsException(faults);
        }
        check.warnings(event.getEnvironment()).forEach(LOG::warn);
    }

    /** After logging has been set up. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }
}
