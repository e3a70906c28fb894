package dev.quell.security.outside.ldap;

import dev.quell.security.outside.PasswordService;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the sign-in with a directory together, if the settings have one. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty(LdapSettings.PREFIX + ".enabled")
class LdapSignIn {

    private static final Logger LOG = LoggerFactory.getLogger(LdapSignIn.class);

    @Bean(destroyMethod = "close")
    PasswordService directory(LdapSettings settings, Clock clock) {
        LOG.info("People may sign in with their passwords of the directory {}", settings.urls());
        return new Directory(settings, clock);
    }
}
