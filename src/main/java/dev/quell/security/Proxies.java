package dev.quell.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.apache.catalina.Globals;
import org.apache.catalina.valves.RemoteIpValve;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/** Takes the address and the scheme of a request from {@code X-Forwarded-For} and {@code X-Forwarded-Proto}, if a proxy that is trusted sent them. */
@Configuration(proxyBeanMethods = false)
class Proxies {

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> trustedProxies(HttpSettings settings) {
        return server -> {
            if (!settings.trustedProxies().isEmpty()) {
                RemoteIpValve valve = new RemoteIpValve();
                // By itself it believes every private address.
                valve.setInternalProxies(String.join(",", settings.trustedProxies()));
                valve.setProtocolHeader("X-Forwarded-Proto");
                server.addEngineValves(valve);
            }
        };
    }

    /** Whether a proxy that is trusted passed a request on. */
    static boolean passedOn(HttpServletRequest request) {
        return Boolean.TRUE.equals(request.getAttribute(Globals.REQUEST_FORWARDED_ATTRIBUTE));
    }

    /** What tells whether an address is a trusted proxy's. */
    static List<IpAddressMatcher> matchers(HttpSettings settings) {
        return settings.trustedProxies().stream().map(IpAddressMatcher::new).toList();
    }
}
