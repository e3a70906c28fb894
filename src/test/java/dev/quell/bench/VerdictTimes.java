package dev.quell.bench;

import dev.quell.call.Attestation;
import dev.quell.call.CallId;
import dev.quell.call.CallToken;
import dev.quell.call.CallerNumber;
import dev.quell.call.CaseNumber;
import dev.quell.call.Fingerprint;
import dev.quell.call.IncomingCall;
import dev.quell.call.Line;
import dev.quell.classifier.Catalogue;
import dev.quell.classifier.Classifier;
import dev.quell.classifier.ClassifierSettings;
import dev.quell.classifier.Evidence;
import dev.quell.classifier.Verdict;
import dev.quell.classifier.rules.Rules;
import dev.quell.screening.CallScreened;
import dev.quell.storage.memory.CachedCallerHistory;
import dev.quell.testing.ShippedSettings;
import dev.quell.traffic.Surroundings;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * How long verdicts took, from the moment at which each was due: the caller's history, the classifier, and the call taken in.
 *
 * @param nanos one a verdict, the shortest first
 * @param hiccup by how many nanoseconds a thread that does nothing but wait was late at the worst meanwhile
 */
record VerdictTimes(long[] nanos, long hiccup) {

    private static final int THREADS = 2;

    /** Calls at a steady rate from callers picked at random. */
    static VerdictTimes of(CachedCallerHistory history, long callers, int rate, Duration time) {
        ClassifierSettings settings = ShippedSettings.of("quell.classifier", ClassifierSettings.class);
        Classifier classifier =
                new Classifier(Rules.all(settings, number -> false, number -> false), Catalogue.shipped(), settings);
        Hiccups hiccups = new Hiccups();
        long[][] taken = new long[THREADS][];
        Thread[] threads = IntStream.range(0, THREADS)
                .mapToObj(lane -> Thread.ofPlatform()
                        .start(() -> taken[lane] = lane(lane, history, classifier, callers, rate / THREADS, time)))
                .toArray(Thread[]::new);
        Arrays.stream(threads).forEach(VerdictTimes::join);
        long[] all = Arrays.stream(taken).flatMapToLong(Arrays::stream).sorted().toArray();
        return new VerdictTimes(all, hiccups.worst());
    }

    private static long[] lane(
            int lane, CachedCallerHistory history, Classifier classifier, long callers, int rate, Duration time) {
        int count = (int) (rate * time.toSeconds());
        long[] taken = new long[count];
        long step = 1_000_000_000L / rate;
        long due = System.nanoTime();
        for (int i = 0; i < count; i++) {
            due += step;
            waitUntil(due);
            long caller = Math.floorMod((i * 0x9E3779B97F4A7C15L >>> 8) + lane, callers);
            verdict(history, classifier, CallerMemory.caller(caller), lane + "-" + i);
            taken[i] = System.nanoTime() - due;
        }
        return taken;
    }

    private static void waitUntil(long due) {
        for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
        }
    }

    private static void verdict(CachedCallerHistory history, Classifier classifier, CallerNumber caller, String id) {
        Instant now = MadeUpCalls.NOW.plusNanos(System.nanoTime() & 0xFFFFFFFFFL);
        IncomingCall call = new IncomingCall(
                new CallId("pbx", id),
                "PJSIP/carrier-00000001",
                caller,
                "",
                Optional.empty(),
                Attestation.NONE,
                "carrier1",
                false,
                Line.standard("40011"),
                Fingerprint.UNKNOWN,
                false,
                false,
                "zh",
                now);
        Verdict verdict = classifier.classify(
                Evidence.arriving(call, history.of(caller, now), Surroundings.CALM, Optional.empty(), true));
        history.screened(new CallScreened(
                call,
                new CallToken("a".repeat(26)),
                new CaseNumber("00000001"),
                verdict,
                verdict.action(),
                "enforce",
                0,
                true,
                "",
                Duration.ZERO));
    }

    private static void join(Thread thread) {
        try {
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    int count() {
        return nanos.length;
    }

    long over(Duration limit) {
        return Arrays.stream(nanos).filter(each -> each > limit.toNanos()).count();
    }

    String words() {
        return String.format(
                Locale.ROOT,
                "verdict p50 %.3f ms, p99 %.3f ms, p99.9 %.3f ms, worst %.3f ms",
                at(0.5),
                at(0.99),
                at(0.999),
                at(1));
    }

    private double at(double share) {
        return nanos[(int) Math.min(nanos.length - 1L, (long) (nanos.length * share))] / 1e6;
    }

    /** A thread that waits a millisecond at a time and sees by how much it is late: what the machine does to everybody. */
    private static final class Hiccups {

        private final Thread thread = Thread.ofPlatform().daemon().start(this::watch);
        private volatile boolean over;
        private long worst;

        private void watch() {
            while (!over) {
                long due = System.nanoTime() + 1_000_000;
                waitUntil(due);
                worst = Math.max(worst, System.nanoTime() - due);
            }
        }

        long worst() {
            over = true;
            join(thread);
            return worst;
        }
    }
}
