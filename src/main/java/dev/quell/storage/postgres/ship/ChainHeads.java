package dev.quell.storage.postgres.ship;

import dev.quell.evidence.chain.BlockHead;
import dev.quell.jobs.Jobs;
import dev.quell.storage.chain.StoredBlock;
import dev.quell.storage.database.Database;
import dev.quell.storage.postgres.PostgresStore;
import dev.quell.storage.postgres.StoreWords;
import dev.quell.storage.share.InstanceKeeper;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tells the record each minute where this instance's chain ends, and the heads of its notes. Nothing of what blocks hold, nor their salts. */
public final class ChainHeads implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ChainHeads.class);
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final int PAGE = 500;
    private static final String UNTOLD =
            StoredBlock.HEADS.replace(" from chain_blocks", ", b.kind, b.signature from chain_blocks")
                    + " where b.number > :after and b.kind > '' or b.number = (select max(number) from chain_blocks) order by b.number limit "
                    + PAGE;

    private final PostgresStore store;
    private final Database own;
    private final InstanceKeeper keeper;
    private final Clock clock;
    private final ScheduledExecutorService timer = Jobs.timer("quell-chain-heads");
    private @Nullable ScheduledFuture<?> schedule;
    private boolean behind;

    /** @param own this instance's database */
    public ChainHeads(PostgresStore store, Database own, InstanceKeeper keeper, Clock clock) {
        this.store = store;
        this.own = own;
        this.keeper = keeper;
        this.clock = clock;
    }

    /** A head as it is told. */
    private record Told(
            BlockHead head, @Nullable String kind, @Nullable String signature) {
        static Told read(ResultSet row, int number) throws SQLException {
            return new Told(StoredBlock.readHead(row, number), row.getString("kind"), row.getString("signature"));
        }
    }

    /** Begins. */
    public void start() {
        schedule = timer.scheduleWithFixedDelay(this::turn, EVERY.toSeconds(), EVERY.toSeconds(), TimeUnit.SECONDS);
    }

    private void turn() {
        if (!store.isReady() || keeper.number() == 0) {
            return;
        }
        try {
            while (tell() == PAGE && !Thread.currentThread().isInterrupted()) {
                LOG.debug("More heads of the chain wait");
            }
            behind = false;
        } catch (SQLException | RuntimeException e) {
            if (!behind && !timer.isShutdown()) {
                LOG.warn(
                        "The record in PostgreSQL is not told the chain's heads: {}. It is tried again",
                        StoreWords.of(e));
            }
            behind = true;
        }
    }

    /** Tells what the record lacks, a page at most; tells how many that were. */
    public int tell() throws SQLException {
        String chain = own.reader()
                .sql("select uid from chain_identity")
                .query(String.class)
                .single();
        long after = store.database()
                .inTransaction(connection -> PostgresStore.client(connection)
                        .sql(
                                "select coalesce(max(number), 0) from chain_heads where chain = :chain and kind is not null")
                        .param("chain", chain)
                        .query(Long.class)
                        .single());
        List<Told> heads =
                own.reader().sql(UNTOLD).param("after", after).query(Told::read).list();
        return heads.isEmpty() ? 0 : store.database().inTransaction(connection -> put(connection, heads));
    }

    private int put(Connection connection, List<Told> heads) {
        JdbcClient client = PostgresStore.client(connection);
        for (Told told : heads) {
            client.sql(
                            "insert into chain_heads (chain, number, hash, instance, at, told_at, kind, signature, line) values"
                                    + " (:chain, :number, :hash, :instance, :at, :told, :kind, :signature, :line) on conflict do nothing")
                    .param("chain", told.head().chain())
                    .param("number", told.head().number())
                    .param("hash", told.head().hash())
                    .param("instance", keeper.number())
                    .param("at", told.head().at())
                    .param("told", clock.millis())
                    .param("kind", told.kind())
                    .param("signature", told.signature())
                    .param("line", told.head().line())
                    .update();
        }
        return heads.size();
    }

    @Override
    public void close() {
        if (schedule != null) {
            schedule.cancel(true);
        }
        timer.shutdownNow();
    }
}
