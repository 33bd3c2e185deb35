package io.sallyport.jobs.train;

import io.sallyport.jobs.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.tribuo.Dataset;
import org.tribuo.Model;
import org.tribuo.Output;
import org.tribuo.common.tree.DecisionTreeTrainer;
import org.tribuo.common.tree.RandomForestTrainer;
import org.tribuo.ensemble.EnsembleCombiner;
import org.tribuo.ensemble.WeightedEnsembleModel;

/**
 * Grows forests, with or without bootstrap. A trainer object counts its calls and so must be new
 * for each run.
 *
 * @param <T> a class or a number
 */
final class Forests<T extends Output<T>> {

  private final LongFunction<DecisionTreeTrainer<T>> trees;
  private final EnsembleCombiner<T> combiner;
  private final Hyperparameters wanted;
  private final Progress progress;

  /** {@code trees} makes the trainer of a single tree out of a seed. */
  Forests(
      LongFunction<DecisionTreeTrainer<T>> trees,
      EnsembleCombiner<T> combiner,
      Hyperparameters wanted,
      Progress progress) {
    this.trees = trees;
    this.combiner = combiner;
    this.wanted = wanted;
    this.progress = progress;
  }

  /** Each tree on rows drawn with replacement. */
  Model<T> withBootstrap(Dataset<T> rows) {
    Logger logger = Logger.getLogger("org.tribuo.ensemble.BaggingTrainer");
    Handler teller = new TreeCounter();
    logger.setUseParentHandlers(false);
    logger.addHandler(teller);
    try {
      return new RandomForestTrainer<>(
              trees.apply(wanted.seed()), combiner, wanted.trees(), wanted.seed())
          .train(rows);
    } finally {
      logger.removeHandler(teller);
    }
  }

  /** Each tree on all rows; they differ by the features tried. */
  Model<T> withoutBootstrap(Dataset<T> rows) {
    List<Model<T>> grown = new ArrayList<>();
    for (int i = 0; i < wanted.trees(); i++) {
      grown.add(trees.apply(wanted.seed() + i).train(rows));
      tell(i + 1);
    }
    return WeightedEnsembleModel.createEnsembleFromExistingModels("forest", grown, combiner);
  }

  private void tell(int grown) {
    progress.at(0.1 + 0.75 * grown / wanted.trees());
  }

  /** Tribuo says in its log when it begins a tree. */
  private final class TreeCounter extends Handler {

    private int begun;

    @Override
    public void publish(LogRecord line) {
      if (line.getMessage().contains("Building model")) tell(begun++);
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
