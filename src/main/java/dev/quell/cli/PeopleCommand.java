package dev.quell.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code people}: who may sign in to the pages; also for an admin who cannot. */
@Command(
        name = "people",
        description = "List and change who may sign in to the pages, through the running service.",
        footerHeading = "%n",
        footer = {
            "A password is asked for, or read as one line from standard input. A new password and disabling end the account's sessions.",
            "Exit status: 0 done, 1 not done, with a sentence on standard error that says why."
        })
final class PeopleCommand implements Runnable {

    @Spec
    private @Nullable CommandSpec spec;

    @ParentCommand
    private @Nullable Commands commands;

    @Override
    public void run() {
        throw new ParameterException(Wired.in(spec).commandLine(), "list, add, reset, disable or enable?");
    }

    @Command(name = "list", description = "Show all accounts.")
    int list() throws IOException {
        PrintWriter out = out();
        out.printf("%-20s %-18s %-20s %-9s %s%n", "NAME", "ROLES", "AGENT", "", "FULL NAME");
        for (JsonNode account : service().list()) {
            out.printf(
                    "%-20s %-18s %-20s %-9s %s%n",
                    account.path("name").asString(""),
                    String.join(
                            ",",
                            account.path("roles")
                                    .valueStream()
                                    .map(JsonNode::asString)
                                    .toList()),
                    account.path("agent").asString("-"),
                    account.path("disabled").asBoolean(false) ? "disabled" : "",
                    account.path("fullName").asString(""));
        }
        return 0;
    }

    @Command(name = "add", description = "Make an account.")
    int add(
            @Parameters(paramLabel = "NAME", description = "What is typed at sign-in.") String name,
            @Option(
                            names = "--role",
                            required = true,
                            split = ",",
                            description = "admin, security, auditor or agent; several parted by commas.")
                    List<String> roles,
            @Option(names = "--full-name", description = "As the person is addressed. Default: NAME.") @Nullable
                    String fullName,
            @Option(names = "--agent", description = "The agent's interface in Asterisk, such as PJSIP/1001.") @Nullable
                    String agent)
            throws IOException {
        Map<String, String> account = new LinkedHashMap<>();
        account.put("name", name);
        account.put("fullName", fullName == null ? name : fullName);
        account.put("roles", String.join(" ", roles));
        if (agent != null) {
            account.put("agent", agent);
        }
        account.put("password", password());
        service().add(account);
        out().printf("%s may sign in.%n", name);
        return 0;
    }

    @Command(name = "reset", description = "Give an account another password, and enable it.")
    int reset(@Parameters(paramLabel = "NAME") String name) throws IOException {
        service().change(name, Map.of("password", password(), "disabled", "false"));
        out().printf("%s may sign in with the new password; open sessions have ended.%n", name);
        return 0;
    }

    @Command(name = "disable", description = "Let nobody sign in with an account, and end its sessions.")
    int disable(@Parameters(paramLabel = "NAME") String name) throws IOException {
        service().change(name, Map.of("disabled", "true"));
        out().printf("Nobody may sign in as %s any more; open sessions have ended.%n", name);
        return 0;
    }

    @Command(name = "enable", description = "Let an account be signed in with again.")
    int enable(@Parameters(paramLabel = "NAME") String name) throws IOException {
        service().change(name, Map.of("disabled", "false"));
        out().printf("%s may sign in.%n", name);
        return 0;
    }

    private PeopleService service() {
        return PeopleService.of(Wired.in(commands).settings());
    }

    private PrintWriter out() {
        return Wired.in(spec).commandLine().getOut();
    }

    /** Where nobody sits at a terminal there is no console, or one that is none. */
    @SuppressWarnings("SystemConsoleNull")
    private static String password() throws IOException {
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            if (line == null) {
                throw new IllegalStateException("no password was given; write it as one line to standard input");
            }
            return line;
        }
        char[] first = console.readPassword("Password: ");
        char[] second = console.readPassword("Once more: ");
        if (first == null || !Arrays.equals(first, second)) {
            throw new IllegalStateException("the two passwords differ; nothing was changed");
        }
        return new String(first);
    }
}
