package dev.quell.doctor.stores;

import dev.quell.doctor.finding.Check;
import dev.quell.doctor.finding.Findings;
import dev.quell.doctor.finding.Skew;
import dev.quell.storage.look.RedisLook;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

/** The shared Redis. */
final class RedisCheck implements Check {

    private static final int LEAST = 7;
    private static final double NEARLY_FULL = 0.9;

    private final Supplier<RedisLook> redis;
    private final Duration timeout;
    private final Clock clock;

    /** @param timeout how long a call waits for it at most */
    RedisCheck(Supplier<RedisLook> redis, Duration timeout, Clock clock) {
        this.redis = redis;
        this.timeout = timeout;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "Redis";
    }

    @Override
    public void look(Findings findings) {
        RedisLook look;
        try {
            look = redis.get();
        } catch (RuntimeException e) {
            findings.fault(
                    "it cannot be asked: " + innermost(e),
                    "redis-cli -u with spring.data.redis.url PING from this machine; calls are screened meanwhile by what each instance knows");
            return;
        }
        findings.ok(String.format(
                Locale.ROOT,
                "version %s, %s, %d MB used, slowest of 20 answers %.1f ms",
                look.version(),
                look.mode(),
                look.used() >> 20,
                look.took().toNanos() / 1e6));
        kind(findings, look);
        room(findings, look);
        if (look.open()) {
            findings.warn(
                    "it is on another machine and asks for no password; whoever writes to it makes accounts and tokens for this service",
                    "requirepass or users in redis.conf, spring.data.redis.password here, and a network that nobody else is in");
        }
        Skew.look(findings, look.now(), clock.instant(), "Redis's");
    }

    private static void kind(Findings findings, RedisLook look) {
        if (major(look.version()) < LEAST) {
            findings.fault("version " + look.version() + " answers", "version " + LEAST + " or later is needed");
        }
        if (!look.policy().equals("noeviction")) {
            findings.fault(
                    "when it is full it forgets callers by itself (maxmemory-policy " + look.policy() + ")",
                    "redis-cli CONFIG SET maxmemory-policy noeviction   and the same in redis.conf");
        }
        if (look.role().equals("slave")) {
            findings.fault(
                    "it is a replica and takes no changes", "let spring.data.redis name the master, or Sentinel");
        }
    }

    private void room(Findings findings, RedisLook look) {
        if (look.most() > 0 && look.used() > look.most() * NEARLY_FULL) {
            findings.warn(
                    String.format(Locale.ROOT, "%d of %d MB are used", look.used() >> 20, look.most() >> 20),
                    "raise maxmemory in redis.conf and by redis-cli CONFIG SET maxmemory");
        }
        if (look.took().compareTo(timeout.dividedBy(2)) > 0) {
            findings.warn(
                    String.format(
                            Locale.ROOT,
                            "an answer took %.1f ms, and a call waits for at most %d ms",
                            look.took().toNanos() / 1e6,
                            timeout.toMillis()),
                    "put it nearer (same machine room), or raise spring.data.redis.timeout");
        }
        if (!look.appends()) {
            findings.warn(
                    "it writes no log of changes: after its own crash calls since its last snapshot are told again only for quell.redis.tell-again",
                    "appendonly yes in redis.conf");
        }
    }

    private static int major(String version) {
        String[] parts = version.split("\\.", 2);
        return parts[0].matches("[0-9]{1,4}") ? Integer.parseInt(parts[0]) : 0;
    }

    private static String innermost(Throwable failure) {
        Throwable last = failure;
        while (last.getCause() != null) {
            last = last.getCause();
        }
        return last.getMessage() == null ? last.getClass().getSimpleName() : last.getMessage();
    }
}
