package dev.quell.asterisk.ended;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Puts what the dialplan tells before the interface's filters. */
@Configuration(proxyBeanMethods = false)
class ToldConfiguration {

    /** At 1,000 ends a second 5 are taken at once, 200 where each of them waits 0.2 s for its Asterisk's events. */
    private static final int MOST = 256;

    @Bean
    FilterRegistrationBean<ToldFilter> toldFilter(List<Tellings> tellings, ToldDesk desk, MeterRegistry meters) {
        var registration = new FilterRegistrationBean<>(new ToldFilter(tellings, desk, new ToldRoom(MOST, meters)));
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        registration.addUrlPatterns("/asterisk/*");
        return registration;
    }
}
