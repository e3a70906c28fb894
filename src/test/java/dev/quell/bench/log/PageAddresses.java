package dev.quell.bench.log;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What people ask the console for, by name: the addresses of its pages over a log as {@link MadeUpLog} makes it. */
final class PageAddresses {

    private final Map<String, String> addresses = new LinkedHashMap<>();

    /** @param end when the newest call arrived */
    PageAddresses(Instant end) {
        calls(end);
        sources();
        others();
    }

    Map<String, String> all() {
        return addresses;
    }

    private void calls(Instant end) {
        LocalDateTime day =
                end.minus(Duration.ofDays(34)).atZone(MadeUpLog.ZONE).toLocalDateTime();
        calls("all");
        calls("a week", "span", "7d");
        calls("a day a month ago", "from", minute(day), "to", minute(day.plusDays(1)));
        calls("a number, heavy", "caller", "+8617000047514");
        calls("a number, one call", "caller", "+8613912345678");
        calls("withheld", "caller", "withheld");
        calls("a prefix of 3 % of the calls", "caller", "+86170*");
        calls("a prefix of most calls", "caller", "+861*");
        for (String word : List.of("SILENT", "ABUSIVE", "FLOOD", "NORMAL")) {
            calls("class " + word, "class", word);
        }
        calls("a busy line", "line", "07556001000");
        calls("a quiet line", "line", "07556001039");
        calls("a busy trunk", "trunk", "carrier-a");
        calls("an agent", "agent", "PJSIP/1160");
        calls("score from 90", "least", "90");
        calls("action DETER", "action", "DETER");
        calls("outcome NOISE", "outcome", "NOISE");
        calls("outcome GOOD_TALK", "outcome", "GOOD_TALK");
        calls("case number", "caller", "00123456");
        calls("a quiet line and ABUSIVE", "line", "07556001039", "class", "ABUSIVE");
        calls("the backup trunk and NOISE", "trunk", "backup", "outcome", "NOISE");
        calls("a prefix of 3 % and ABUSIVE", "caller", "+86170*", "class", "ABUSIVE");
    }

    private static String minute(LocalDateTime time) {
        return time.toString().substring(0, "2026-01-01T00:00".length());
    }

    /** @param fields names and values by turns */
    private void calls(String name, String... fields) {
        StringBuilder address = new StringBuilder("/calls?");
        for (int i = 0; i < fields.length; i += 2) {
            address.append(fields[i])
                    .append('=')
                    .append(URLEncoder.encode(fields[i + 1], StandardCharsets.UTF_8))
                    .append('&');
        }
        addresses.put("calls: " + name, address.substring(0, address.length() - 1));
    }

    private void sources() {
        for (String span : List.of("today", "7d", "30d", "90d")) {
            addresses.put("sources by nuisance, " + span, "/sources?by=nuisance&span=" + span);
            addresses.put("sources by calls, " + span, "/sources?by=calls&span=" + span);
            addresses.put("campaigns, " + span, "/sources/campaigns?span=" + span);
        }
        addresses.put("sources of a prefix, 30d", "/sources?span=30d&caller=%2B86170*");
        addresses.put("one source, heavy, 90d", "/sources/+8617000047514?span=90d");
        addresses.put("one source, one call, 30d", "/sources/+8613912345678?span=30d");
        addresses.put("one source, the withheld, 30d", "/sources/withheld?span=30d");
        addresses.put("one source, the withheld, 90d", "/sources/withheld?span=90d");
    }

    private void preview(String name, String pattern) {
        addresses.put(
                "preview: " + name,
                "/lists?list=block&reason=campaign&term=WEEK&number="
                        + URLEncoder.encode(pattern, StandardCharsets.UTF_8));
    }

    private void others() {
        addresses.put("test a number", "/test?number=%2B8617000047514");
        preview("a number, heavy", "+8617000047514");
        preview("a range of a million numbers, many calls", "+8617000000000-+8617000999999");
        preview("a range of a million numbers", "+8613912000000-+8613912999999");
        preview("a prefix of 3 % of the calls", "+86170*");
        preview("a prefix of a quarter of the calls", "+8613*");
        for (String page : List.of(
                "/now",
                "/lists",
                "/flags",
                "/flags/disputes",
                "/flags/reviews",
                "/treatments",
                "/rules",
                "/reports",
                "/evidence",
                "/audit",
                "/people",
                "/people/tokens",
                "/account",
                "/agent")) {
            addresses.put(page.substring(1), page);
        }
    }
}
