package dev.quell.webhook;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A queue in memory. */
final class MemoryQueue implements WebhookQueue {

    final List<Waiting> waiting = new CopyOnWriteArrayList<>();
    final AtomicInteger refused = new AtomicInteger();
    volatile boolean broken;
    private long last;

    @Override
    public synchronized int add(List<Waiting> messages, int most) {
        if (broken) {
            refused.incrementAndGet();
            throw new IllegalStateException("disk");
        }
        messages.forEach(m -> waiting.add(
                new Waiting(++last, m.target(), m.message(), m.event(), m.body(), m.madeAt(), m.nextAt(), m.tries())));
        return 0;
    }

    @Override
    public List<Waiting> due(String target, Instant now, int limit) {
        return waiting.stream()
                .filter(m -> m.target().equals(target) && !m.nextAt().isAfter(now))
                .sorted(Comparator.comparing(Waiting::nextAt).thenComparing(Waiting::id))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Waiting> after(String target, long id, int limit) {
        return waiting.stream()
                .filter(m -> m.target().equals(target) && m.id() > id)
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<Instant> next(String target) {
        return waiting.stream()
                .filter(m -> m.target().equals(target))
                .map(Waiting::nextAt)
                .min(Comparator.naturalOrder());
    }

    @Override
    public void remove(long id) {
        waiting.removeIf(m -> m.id() == id);
    }

    @Override
    public void again(long id, int tries, Instant at) {
        waiting.replaceAll(m -> m.id() == id
                ? new Waiting(id, m.target(), m.message(), m.event(), m.body(), m.madeAt(), at, tries)
                : m);
    }

    @Override
    public Backlog backlog(String target) {
        if (broken) {
            throw new IllegalStateException("disk");
        }
        return new Backlog(waiting.size(), waiting.stream().map(Waiting::madeAt).min(Comparator.naturalOrder()));
    }

    @Override
    public int keepOnly(Collection<String> targets) {
        return 0;
    }
}
