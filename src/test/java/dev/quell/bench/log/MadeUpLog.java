package dev.quell.bench.log;

import dev.quell.call.CallOutcome;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Rows of {@code calls} as 90 days of a call centre in China might leave them, oldest first, the same for the same seed: office hours, a long tail of
 * callers who call once, regulars, and a few hundred sources of nuisance that come in campaigns.
 */
final class MadeUpLog {

    static final int DAYS = 90;
    static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int[] HOURS = {
        2, 1, 1, 1, 1, 2, 6, 18, 60, 95, 100, 90, 62, 70, 92, 94, 88, 70, 40, 30, 24, 16, 8, 4
    };
    private static final int REGULARS = 1_100_000;
    private static final int HEAVY = 400;
    private static final String SUSPECT = """
            [{"name":"SILENT_STREAK","family":"OUTCOME","weight":1.2,"counted":1.2,"seen":{"first":5,"second":0}},\
            {"name":"SILENT_RATE","family":"OUTCOME","weight":1.5,"counted":0.45,"seen":{"first":5,"second":5}},\
            {"name":"BURST","family":"VOLUME","weight":0.8,"counted":0.8,"seen":{"first":9,"second":600}}]""";
    private static final String USUAL =
            "[{\"name\":\"GOOD_TALKS\",\"family\":\"OUTCOME\",\"weight\":-1.2,\"counted\":-1.2,\"seen\":{\"first\":2,\"second\":0}}]";

    private final long calls;
    private final Instant end;
    private final SplittableRandom random = new SplittableRandom(11);
    private long made;

    MadeUpLog(long calls, Instant end) {
        this.calls = calls;
        this.end = end;
    }

    /** Tells every row, its columns always in the same order. */
    void rows(Consumer<Map<String, @Nullable Object>> row) {
        double whole = 0;
        Instant first = end.minus(Duration.ofDays(DAYS));
        for (int hour = 0; hour < DAYS * 24; hour++) {
            whole += weight(first.plus(Duration.ofHours(hour)));
        }
        double owed = 0;
        for (int hour = 0; hour < DAYS * 24; hour++) {
            Instant at = first.plus(Duration.ofHours(hour));
            owed += calls * weight(at) / whole;
            int now = (int) owed;
            owed -= now;
            for (int n = 0; n < now; n++) {
                row.accept(row(
                        at.toEpochMilli() + 3_600_000L * n / now + random.nextInt(Math.max(1, 3_600_000 / now)), hour));
            }
        }
    }

    private static double weight(Instant at) {
        ZonedDateTime local = at.atZone(ZONE);
        boolean weekend = local.getDayOfWeek() == DayOfWeek.SATURDAY || local.getDayOfWeek() == DayOfWeek.SUNDAY;
        return HOURS[local.getHour()] * (weekend ? 0.35 : 1);
    }

    private Map<String, @Nullable Object> row(long at, int hour) {
        made++;
        boolean heavy = random.nextInt(1000) < 35;
        String caller = heavy ? heavy(hour) : usual();
        CallOutcome outcome = heavy ? nuisance() : common();
        int suspicion = heavy ? 40 + random.nextInt(60) : (int) (100 * Math.pow(random.nextDouble(), 6));
        String action = suspicion >= 90
                ? "DETER"
                : suspicion >= 75 ? "LISTEN" : suspicion >= 62 ? "CHALLENGE" : suspicion >= 50 ? "TAG" : "PASS";
        String callClass = suspicion < 50
                ? "NORMAL"
                : heavy
                        ? (outcome == CallOutcome.NOISE ? "ROBOCALL" : "SILENT")
                        : random.nextInt(50) == 0 ? "ABUSIVE" : "HIGH_FREQUENCY";
        boolean talked = outcome == CallOutcome.GOOD_TALK || outcome == CallOutcome.SPOKE;
        long answered = outcome == CallOutcome.ABANDONED
                ? 0
                : outcome == CallOutcome.GOOD_TALK ? 60_000 + random.nextInt(400_000) : 2_000 + random.nextInt(30_000);
        boolean screened = random.nextInt(2000) > 0;
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        row.put("id", "pbx" + (1 + made % 2) + ":" + at / 1000 + "." + made);
        row.put("arrived_at", at);
        row.put("caller", caller);
        row.put("line", "0755600" + (1000 + (int) (40 * Math.pow(random.nextDouble(), 2.5))));
        row.put("trunk", random.nextInt(1000) < 4 ? "backup" : random.nextInt(10) < 7 ? "carrier-a" : "carrier-b");
        row.put("channel", "PJSIP/carrier-" + Long.toHexString(made));
        row.put("name", "");
        row.put("attestation", "NONE");
        row.put("profile", screened ? "STANDARD" : null);
        row.put("from_host", "198.51.100." + random.nextInt(20));
        row.put("user_agent", heavy ? "Dialler/2.1" : "IMS");
        row.put("codec", "alaw");
        row.put("token_hash", screened ? Long.toString(random.nextLong(), 36) + Long.toString(made, 36) : null);
        row.put("case_number", screened ? String.format(Locale.ROOT, "%08d", random.nextInt(100_000_000)) : null);
        row.put("action", screened ? action : null);
        row.put("class", screened ? callClass : null);
        row.put("probability", screened ? suspicion / 100.0 : null);
        row.put("symbols", screened ? suspicion < 50 ? USUAL : SUSPECT : null);
        row.put("cause", screened ? "score" : null);
        row.put("version", screened ? "r7-0a1b2c3d" : null);
        row.put("applied", screened ? action : null);
        row.put("applied_because", screened ? "enforce" : null);
        row.put("talk_threshold", screened ? 128 : null);
        row.put("key_to_queue", screened ? 1 : null);
        row.put("label", screened ? "" : null);
        row.put("took_nanos", screened ? 180_000L + random.nextInt(90_000) : null);
        row.put("ended_at", at + 6_000 + answered);
        row.put("way", action.equals("PASS") || action.equals("TAG") ? "" : action);
        row.put("answered", answered);
        row.put("with_agent", talked ? answered - 1_000 : null);
        row.put("side", "CALLER");
        row.put("hangup_cause", 16);
        row.put("packets", answered / 20);
        row.put("queue", "support");
        row.put("agent", talked ? "PJSIP/" + (1001 + (int) (160 * Math.pow(random.nextDouble(), 1.5))) : "");
        row.put("talk_whole", 1);
        row.put("talk_total", talked ? answered / 2 : 0);
        row.put("talk_longest", talked ? 9_000 : 0);
        row.put("talk_current", 0);
        row.put("outcome", outcome.name());
        row.put("outcome_because", talked ? "talked with an agent" : "no speech in 20 s with an agent");
        row.put("conduct", "");
        return row;
    }

    /** A campaign lasts some days: each source has its weeks. */
    private String heavy(int hour) {
        int campaign = hour / (24 * 6);
        int source = (int) (HEAVY * Math.pow(random.nextDouble(), 2.2));
        return "+86170"
                + String.format(
                        Locale.ROOT,
                        "%08d",
                        (source * 7919L + (source % 3 == 0 ? 0 : campaign * 104_729L)) % 1_000_000);
    }

    private String usual() {
        int kind = random.nextInt(100);
        if (kind < 3) {
            return "withheld";
        }
        return kind < 25
                ? "+861" + (30 + random.nextInt(60)) + String.format(Locale.ROOT, "%08d", random.nextInt(100_000_000))
                : "+86139"
                        + String.format(
                                Locale.ROOT,
                                "%08d",
                                (long) (REGULARS * Math.pow(random.nextDouble(), 1.8)) * 61 % 100_000_000);
    }

    private CallOutcome nuisance() {
        int kind = random.nextInt(100);
        return kind < 62
                ? CallOutcome.SILENT
                : kind < 78 ? CallOutcome.NOISE : kind < 92 ? CallOutcome.SHORT : CallOutcome.ABANDONED;
    }

    private CallOutcome common() {
        int kind = random.nextInt(1000);
        if (kind < 610) {
            return CallOutcome.GOOD_TALK;
        }
        return kind < 760
                ? CallOutcome.SPOKE
                : kind < 840
                        ? CallOutcome.SHORT
                        : kind < 975
                                ? CallOutcome.ABANDONED
                                : kind < 987
                                        ? CallOutcome.SILENT
                                        : kind < 990
                                                ? CallOutcome.NOISE
                                                : kind < 996 ? CallOutcome.NO_MEDIA : CallOutcome.UNKNOWN;
    }
}
