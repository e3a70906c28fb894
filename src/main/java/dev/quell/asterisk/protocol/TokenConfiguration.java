package dev.quell.asterisk.protocol;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reads the installation token once. */
@Configuration(proxyBeanMethods = false)
class TokenConfiguration {

    @Bean
    InstallationToken installationToken(TokenSettings settings) {
        return InstallationToken.of(settings.tokenFile());
    }
}
