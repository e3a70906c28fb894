package dev.quell.webhook;

import dev.quell.blocklist.BlockListService;
import dev.quell.blocklist.ListEntry;
import dev.quell.blocklist.ListKind;
import dev.quell.blocklist.ListWatcher;
import dev.quell.flag.CallFlagged;
import dev.quell.flag.Flag;
import dev.quell.screening.CallScreened;
import dev.quell.screening.ScreenedListener;
import dev.quell.traffic.TrafficEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.beans.factory.InitializingBean;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells webhooks what happens here: blocks, treated callers, flags, alarms of trunks and lines. Each is told by the instance at which it happened. */
@Component
final class HappeningFeed implements ScreenedListener, ListWatcher, InitializingBean {

    private final Webhooks webhooks;
    private final BlockListService lists;
    private final Clock clock;

    HappeningFeed(Webhooks webhooks, BlockListService lists, Clock clock) {
        this.webhooks = webhooks;
        this.lists = lists;
        this.clock = clock;
    }

    @Override
    public void afterPropertiesSet() {
        lists.watch(this);
    }

    @Override
    public void screened(CallScreened call) {
        Optional<EventKind> kind = kind(call);
        if (kind.isPresent() && webhooks.wants(kind.get())) {
            webhooks.tell(new Event(kind.get(), clock.instant(), about(call)));
        }
    }

    private static Optional<EventKind> kind(CallScreened call) {
        return switch (call.applied()) {
            case DETER -> Optional.of(EventKind.CALLER_DETERRED);
            case REJECT -> Optional.of(EventKind.CALLER_REJECTED);
            case CHALLENGE -> Optional.of(EventKind.CALLER_CHALLENGED);
            case PASS, TAG, LISTEN -> Optional.empty();
        };
    }

    private static Map<String, Object> about(CallScreened call) {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("call", call.call().id().toString());
        about.put("case", call.caseNumber().digits());
        about.put("caller", call.call().caller().toString());
        about.put("line", call.call().line().number());
        about.put("trunk", call.call().trunk());
        about.put("class", call.verdict().callClass().name());
        about.put("cause", call.verdict().cause());
        about.put("probability", call.verdict().probability());
        about.put("arrivedAt", call.call().arrivedAt().toString());
        return about;
    }

    @Override
    public void made(ListEntry entry) {
        tell(EventKind.BLOCK_MADE, entry, entry.author(), entry.reason());
    }

    @Override
    public void ended(ListEntry entry, String author, String reason) {
        tell(EventKind.BLOCK_LIFTED, entry, author, reason);
    }

    private void tell(EventKind kind, ListEntry entry, String author, String reason) {
        if (entry.kind() != ListKind.BLOCK) {
            return;
        }
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("entry", entry.id());
        about.put("pattern", entry.pattern().text());
        about.put("origin", entry.origin().name());
        about.put("author", author);
        about.put("reason", reason);
        entry.expiresAt().ifPresent(end -> about.put("expires", end.toString()));
        webhooks.tell(new Event(kind, clock.instant(), about));
    }

    /** A flag was raised, or taken back. */
    @EventListener
    public void on(CallFlagged flagged) {
        Flag flag = flagged.flag();
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("flag", flag.id());
        about.put("call", flag.call().toString());
        about.put("caller", flag.caller().toString());
        about.put("agent", flag.agent());
        about.put("reason", flag.reason().name());
        about.put("by", flagged.by());
        about.put("at", flag.at().toString());
        EventKind kind = flag.undoneAt().isPresent() ? EventKind.FLAG_UNDONE : EventKind.FLAG_RAISED;
        webhooks.tell(new Event(kind, clock.instant(), about));
    }

    /** Something begins or is over on a trunk or a line; all instances notice it, one tells. */
    @EventListener
    public void on(TrafficEvent event) {
        Instant now = clock.instant();
        String what = what(event);
        webhooks.tell(new Event(
                event.begins() ? EventKind.ALARM_RAISED : EventKind.ALARM_OVER,
                now,
                Map.of("alarm", what, "where", event.where()),
                what + ":" + event.where()));
    }

    private static String what(TrafficEvent event) {
        return switch (event) {
            case TrafficEvent.TrunkSilent silent -> "trunk-silent";
            case TrafficEvent.NoMedia media -> "trunk-no-media";
            case TrafficEvent.Flood flood -> "line-flood";
            case TrafficEvent.Storm storm -> "callback-storm";
        };
    }
}
