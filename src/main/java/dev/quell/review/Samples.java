package dev.quell.review;

import dev.quell.call.CallId;
import dev.quell.calllog.CallCursor;
import dev.quell.calllog.CallFilter;
import dev.quell.calllog.CallLog;
import dev.quell.calllog.CallPage;
import dev.quell.calllog.LoggedCall;
import dev.quell.classifier.Action;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import org.springframework.stereotype.Component;

/**
 * The calls that are reviewed: of each stretch of time the same few of those whose verdict was to divert, drawn by a hash of their ids. So everybody sees the
 * same sample on every instance, nobody chooses what is looked at, and each such call of the stretch is as likely as any other. While Quell only observes the
 * verdicts are measured before they are acted upon.
 */
@Component
public final class Samples {

    /** Calls a stretch. */
    public static final int SIZE = 20;

    private static final int PAGE = 1000;
    private static final int KEPT = 100;
    private static final Comparator<CallId> BY_LOT =
            Comparator.comparingLong(Samples::lot).thenComparing(CallId::toString);

    private final CallLog log;
    private final Map<Stretch, List<CallId>> drawn = Collections.synchronizedMap(new Recent());

    public Samples(CallLog log) {
        this.log = log;
    }

    private record Stretch(Instant from, Instant to) {}

    /**
     * The sample of a stretch that is over, as far as its calls are still in the log, oldest first.
     *
     * @param to in the past: what arrives later would change the sample
     */
    public List<LoggedCall> of(Instant from, Instant to) {
        Stretch stretch = new Stretch(from, to);
        List<CallId> ids = drawn.get(stretch);
        if (ids == null) {
            ids = draw(stretch);
            drawn.put(stretch, ids);
        }
        return ids.stream()
                .map(log::find)
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(LoggedCall::arrivedAt))
                .toList();
    }

    private List<CallId> draw(Stretch stretch) {
        PriorityQueue<CallId> lowest = new PriorityQueue<>(BY_LOT.reversed());
        Arrays.stream(Action.values())
                .filter(Action::diverts)
                .forEach(action -> draw(
                        CallFilter.builder(stretch.from(), stretch.to())
                                .action(action)
                                .build(),
                        lowest));
        return List.copyOf(lowest);
    }

    private void draw(CallFilter filter, PriorityQueue<CallId> lowest) {
        Optional<CallCursor> at = Optional.empty();
        do {
            CallPage page = log.search(new CallLog.Query(filter, at, PAGE));
            for (LoggedCall call : page.calls()) {
                lowest.add(call.id());
                if (lowest.size() > SIZE) {
                    lowest.remove();
                }
            }
            at = page.older();
        } while (at.isPresent());
    }

    private static long lot(CallId call) {
        try {
            byte[] text = ("sample " + call).getBytes(StandardCharsets.UTF_8);
            return ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(text))
                    .getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static final class Recent extends LinkedHashMap<Stretch, List<CallId>> {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Stretch, List<CallId>> eldest) {
            return size() > KEPT;
        }
    }
}
