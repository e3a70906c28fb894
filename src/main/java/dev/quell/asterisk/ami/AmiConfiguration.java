package dev.quell.asterisk.ami;

import dev.quell.asterisk.ami.book.QueueLevel;
import dev.quell.asterisk.ami.link.AsteriskLink;
import dev.quell.asterisk.ami.link.LinkState;
import dev.quell.call.LiveCalls;
import dev.quell.call.Switches;
import dev.quell.call.TalkMonitor;
import dev.quell.flag.CallRedirector;
import dev.quell.screening.DeterrentOccupancy;
import dev.quell.share.Errands;
import dev.quell.share.Leases;
import dev.quell.share.LocalLeases;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The adapters of the ports that AMI serves; with no server configured they are the ports' own no-ops. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AmiSettings.class)
class AmiConfiguration {

    @Bean
    AsteriskLinks asteriskLinks(AmiSettings settings, Clock clock) {
        return new AsteriskLinks(settings, clock);
    }

    @Bean
    TalkMonitor talkMonitor(AmiSettings settings, AsteriskLinks links) {
        return settings.servers().isEmpty() ? TalkMonitor.noop() : new AmiTalkMonitor(links);
    }

    @Bean
    EnoughHeard enoughHeard(AsteriskLinks links) {
        return new EnoughHeard(links);
    }

    @Bean
    CallRedirector callRedirector(
            AmiSettings settings,
            AsteriskLinks links,
            ObjectProvider<Leases> leases,
            ObjectProvider<Errands> errands,
            Clock clock) {
        // Four questions to Asterisk, each with its patience, and the way there.
        Duration errand = settings.patience().multipliedBy(4).plusSeconds(1);
        return new SharedCallRedirector(
                new AmiCallRedirector(links, settings.patience()),
                leases.getIfAvailable(() -> new LocalLeases(clock)),
                errands.getIfAvailable(Errands::alone),
                errand);
    }

    @Bean
    DeterrentOccupancy deterrentOccupancy(AsteriskLinks links) {
        return server ->
                links.find(server).map(link -> link.book().deterrent().free()).orElse(true);
    }

    @Bean
    LiveCalls liveCalls(AsteriskLinks links) {
        return () -> links.all().stream()
                .flatMap(link -> link.book().live().stream())
                .toList();
    }

    @Bean
    Switches switches(AsteriskLinks links) {
        return () -> links.all().stream().map(AmiConfiguration::state).toList();
    }

    private static Switches.State state(AsteriskLink link) {
        LinkState state = link.state();
        QueueLevel deterrent = link.book().deterrent();
        return new Switches.State(
                link.server(),
                state.connected(),
                state.since(),
                state.trouble().orElse(""),
                deterrent.name(),
                deterrent.waiting(),
                deterrent.room());
    }

    @Bean
    HealthIndicator amiHealthIndicator(AsteriskLinks links) {
        return new AmiHealthIndicator(links);
    }

    @Bean
    MeterBinder amiMetrics(AsteriskLinks links) {
        return new AmiMetrics(links);
    }
}
