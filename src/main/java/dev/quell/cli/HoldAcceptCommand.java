package dev.quell.cli;

import dev.quell.call.Printable;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code hold accept}: lets retention go on though legal holds are not what the chain tells of them. */
@Command(
        name = "accept",
        sortOptions = false,
        description = {
            "Accept what is wrong with legal holds or their notes in the chain, so that retention goes on.",
            "It goes by the holds as they are now: what a hold kept that was removed or changed is deleted when its time is over."
        },
        footerHeading = "%n",
        footer =
                "Copy the database first, and look with quell verify. What is accepted, by whom and why is noted in the chain for good, and told by quell verify.")
final class HoldAcceptCommand implements Callable<Integer> {

    private static final int LONGEST = 400;

    @Spec
    private @Nullable CommandSpec spec;

    @ParentCommand
    private @Nullable HoldCommand hold;

    @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why; it is noted.")
    private String reason = "";

    @Option(
            names = "--who",
            paramLabel = "NAME",
            description = "Who accepts it; it is noted. Default: this shell's user.")
    private String who = System.getProperty("user.name", "");

    @Override
    public Integer call() throws IOException {
        PrintWriter out = Wired.in(spec).commandLine().getOut();
        Wired.in(hold)
                .service()
                .accept(who, reason)
                .forEach(fault -> out.println("accepted  " + Printable.of(fault.asString(""), LONGEST)));
        return 0;
    }
}
