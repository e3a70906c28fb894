package dev.quell.storage.share.outbox;

import dev.quell.storage.database.Database;
import dev.quell.storage.share.Destinations;
import dev.quell.storage.share.InstanceKeeper;
import dev.quell.storage.share.RowsTaken;
import dev.quell.storage.share.SharedSettings;
import dev.quell.storage.share.WhereShared;
import dev.quell.storage.share.replica.SqliteReplica;
import java.net.InetAddress;
import java.net.UnknownHostException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Puts together what an instance shares with others. */
@Configuration(proxyBeanMethods = false)
class ShareConfiguration {

    @Bean
    Destinations destinations(Environment environment) {
        return Destinations.of(environment);
    }

    @Bean
    InstanceKeeper instanceKeeper(Database database, SharedSettings settings) {
        return new InstanceKeeper(database, settings.name().isEmpty() ? machine() : settings.name());
    }

    @Bean
    Sharing sharing(Database database, InstanceKeeper keeper) {
        return new Sharing(database, keeper);
    }

    @Bean
    @WhereShared
    SqliteOutbox outbox(Database database, InstanceKeeper keeper) {
        return new SqliteOutbox(database, keeper);
    }

    @Bean
    @WhereShared
    SqliteSmallRows smallRows(Database database, InstanceKeeper keeper) {
        return new SqliteSmallRows(database, keeper);
    }

    @Bean
    @WhereShared
    SqliteReplica replica(Database database, ApplicationEventPublisher events) {
        return new SqliteReplica(database, (RowsTaken taken) -> events.publishEvent(taken));
    }

    /** The machine's name as far as it may name an instance. */
    private static String machine() {
        try {
            String name = InetAddress.getLocalHost().getHostName().replaceAll("[^A-Za-z0-9.-]", "-");
            return name.substring(0, Math.min(64, name.length()));
        } catch (UnknownHostException e) {
            return "quell";
        }
    }
}
