package dev.quell.faults;

import dev.quell.faults.world.World;
import java.nio.file.Path;

/** A world whose Asterisk is a fake one. */
record FakeScene(Row row, World world, int slack) implements Scene {

    static Scene start(Row row, int slack) {
        return new FakeScene(row, World.start(row.kind()), slack);
    }

    @Override
    public RoundResult play(long seed) {
        return new Round(row, world, seed, slack).play();
    }

    @Override
    public Path folder() {
        return world.folder();
    }

    @Override
    public void close(boolean keep) {
        world.close(keep);
    }
}
