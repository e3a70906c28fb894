package dev.quell.doctor.asterisk;

import dev.quell.doctor.finding.Findings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the manager user may, and whether events really arrive. */
final class RightsPart implements ManagerCheck.Part {

    private static final String RELOAD = "   in quell_manager.conf, then asterisk -rx \"manager reload\"";
    private static final Pattern READ = Pattern.compile("read perm: *([a-z,]*)");
    private static final Pattern WRITE = Pattern.compile("write perm: *([a-z,]*)");

    private final String user;

    RightsPart(String user) {
        this.user = user;
    }

    @Override
    public String name() {
        return "rights";
    }

    @Override
    public boolean stops() {
        return true;
    }

    @Override
    public void look(Findings findings, Manager manager, Optional<LocalAsterisk> local) throws IOException {
        Map<String, String> commands = manager.ask("ListCommands");
        List<String> missing = new ArrayList<>();
        need(commands, missing, "call", "Redirect");
        need(commands, missing, "reporting", "CoreShowChannels");
        need(commands, missing, "user", "UserEvent");
        if (!missing.isEmpty()) {
            findings.fault(
                    "user " + user + " lacks write=" + String.join(",", missing),
                    "write = call,reporting,user" + RELOAD);
            return;
        }
        tooMuch(findings, commands);
        events(findings, manager, local);
    }

    private static void need(Map<String, String> commands, List<String> missing, String right, String command) {
        if (!commands.containsKey(command)) {
            missing.add(right);
        }
    }

    private void tooMuch(Findings findings, Map<String, String> commands) {
        List<String> more = List.of("Originate", "Command", "UpdateConfig", "GetConfig", "DBPut").stream()
                .filter(commands::containsKey)
                .toList();
        if (!more.isEmpty()) {
            findings.warn(
                    "user " + user + " may do more than Quell needs: " + String.join(", ", more),
                    "write = call,reporting,user" + RELOAD);
        }
    }

    private void events(Findings findings, Manager manager, Optional<LocalAsterisk> local) throws IOException {
        String word = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        manager.ask("UserEvent", "UserEvent: QuellDoctor", "Nonce: " + word);
        if (!manager.returns(word)) {
            findings.fault(
                    "events do not arrive: without them no call is ever called silent",
                    "read = call,agent,user and no eventfilter" + RELOAD);
            return;
        }
        Optional<String> shown = local.flatMap(asterisk -> asterisk.console("manager show user " + user));
        if (shown.isEmpty() || !READ.matcher(shown.get()).find()) {
            findings.ok("login, actions, and events of class user");
            findings.skipped(
                    "whether events of calls and queues may be read shows only on Asterisk's console",
                    "asterisk -rx \"manager show user " + user + "\"   must say read perm: call,agent,user");
            return;
        }
        read(findings, perms(READ, shown.get()), perms(WRITE, shown.get()));
    }

    private void read(Findings findings, List<String> read, List<String> write) {
        List<String> missing = List.of("call", "agent", "user").stream()
                .filter(right -> !read.contains(right) && !read.contains("all"))
                .toList();
        if (missing.isEmpty()) {
            findings.ok("login; events arrive; read " + String.join(",", read) + "; write " + String.join(",", write));
        } else {
            findings.fault(
                    "user " + user + " lacks read=" + String.join(",", missing)
                            + ": without it no call is ever called silent",
                    "read = call,agent,user" + RELOAD);
        }
    }

    private static List<String> perms(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        return found.find() ? List.of(found.group(1).split(",", -1)) : List.of();
    }
}
