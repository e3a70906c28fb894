package dev.quell.faults.check;

import dev.quell.faults.world.Api;
import dev.quell.faults.world.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** An admin who blocks and unblocks numbers over REST, notes what the service said it had done, and looks later whether that is so. */
public final class ListChanges {

    /** Longer than any clock jumps. */
    private static final Duration TERM = Duration.ofDays(20);

    private static final Duration LOOK = Duration.ofMillis(5);

    /** What must be so. */
    enum Promise {
        BLOCKED,
        FREE,
        UNKNOWN
    }

    private final Map<String, Promise> promises = new ConcurrentHashMap<>();
    private final Map<String, Long> ids = new LinkedHashMap<>();
    private final String prefix;
    private final Random random;
    private int made;

    /** @param prefix of the numbers, 7 digits */
    public ListChanges(String prefix, Random random) {
        this.prefix = prefix;
        this.random = random;
    }

    /** Makes one change at a service. */
    public void change(Service service) {
        if (ids.isEmpty() || random.nextInt(3) > 0) {
            add(service.api());
        } else {
            remove(service.api());
        }
    }

    /**
     * Blocks a number at one service and waits until another says so.
     *
     * @return how long that took after the first had acknowledged it; {@code most} if it was not seen by then
     */
    public Duration spread(Service from, Service to, Duration most) {
        String number = prefix + String.format(Locale.ROOT, "%04d", made++);
        if (from.api().block(number, TERM, "fault test").isEmpty()) {
            return most;
        }
        promises.put(number, Promise.BLOCKED);
        long began = System.nanoTime();
        Duration took = Duration.ZERO;
        while (!to.api().blocked(number).orElse(false) && took.compareTo(most) < 0) {
            LockSupport.parkNanos(LOOK.toNanos());
            took = Duration.ofNanos(System.nanoTime() - began);
        }
        return took;
    }

    /** How many changes a service has acknowledged. */
    public long acknowledged() {
        return promises.values().stream()
                .filter(promise -> promise != Promise.UNKNOWN)
                .count();
    }

    /** The numbers that must be blocked. */
    public List<String> blocked() {
        return promises.entrySet().stream()
                .filter(promise -> promise.getValue() == Promise.BLOCKED)
                .map(Map.Entry::getKey)
                .toList();
    }

    private void add(Api api) {
        String number = prefix + String.format(Locale.ROOT, "%04d", made++);
        promises.put(number, Promise.UNKNOWN);
        OptionalLong id = api.block(number, TERM, "fault test");
        if (id.isPresent()) {
            promises.put(number, Promise.BLOCKED);
            ids.put(number, id.getAsLong());
        }
    }

    private void remove(Api api) {
        Map.Entry<String, Long> first = ids.entrySet().iterator().next();
        ids.remove(first.getKey());
        promises.put(first.getKey(), Promise.UNKNOWN);
        if (api.unblock(first.getValue())) {
            promises.put(first.getKey(), Promise.FREE);
        }
    }

    /** What is wrong at some services, empty if nothing is. */
    public List<String> audit(List<Service> services) {
        List<String> wrong = new ArrayList<>();
        for (Service service : services) {
            promises.forEach(
                    (number, promise) -> check(service, number, promise).ifPresent(wrong::add));
        }
        return wrong;
    }

    private static Optional<String> check(Service service, String number, Promise promise) {
        if (promise == Promise.UNKNOWN) {
            return Optional.empty();
        }
        Optional<Boolean> blocked = service.api().blocked(number);
        return blocked.equals(Optional.of(promise == Promise.BLOCKED))
                ? Optional.empty()
                : Optional.of("list change lost: " + number + " was " + promise + ", the service on port "
                        + service.httpPort() + " says blocked="
                        + blocked.map(Object::toString).orElse("nothing"));
    }
}
