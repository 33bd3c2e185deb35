package io.sallyport.jobs.train;

import io.sallyport.jobs.Progress;
import io.sallyport.jobs.table.Cell;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.tribuo.Example;
import org.tribuo.Model;
import org.tribuo.MutableDataset;
import org.tribuo.Output;
import org.tribuo.OutputFactory;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.dtree.CARTClassificationTrainer;
import org.tribuo.classification.dtree.impurity.GiniIndex;
import org.tribuo.classification.ensemble.AdaBoostTrainer;
import org.tribuo.classification.ensemble.FullyWeightedVotingCombiner;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.common.tree.DecisionTreeTrainer;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.provenance.SimpleDataSourceProvenance;
import org.tribuo.regression.RegressionFactory;
import org.tribuo.regression.Regressor;
import org.tribuo.regression.ensemble.AveragingCombiner;
import org.tribuo.regression.rtree.CARTRegressionTrainer;
import org.tribuo.regression.rtree.impurity.MeanSquaredError;
import org.tribuo.regression.sgd.objectives.SquaredLoss;

/**
 * Trains one model with Tribuo 4.3.2. The same rows in the same order, hyperparameters and seed
 * give a model that predicts the same, in any JVM.
 */
final class Learning {

  private static final double LEARNING_RATE = 0.1;

  private final Hyperparameters wanted;
  private final Schema schema;
  private final Progress progress;

  Learning(Hyperparameters wanted, Schema schema, Progress progress) {
    this.wanted = wanted;
    this.schema = schema;
    this.progress = progress;
  }

  Model<?> train(TrainingRows rows) {
    if (!schema.classification()) {
      return regression(dataset(rows, new RegressionFactory(), this::target));
    }
    return classification(dataset(rows, new LabelFactory(), Label::new));
  }

  private Regressor target(String text) {
    double value = Cell.number(text).orElseThrow();
    double scaled = schema.target().map(scale -> scale.scaled(value)).orElse(value);
    return new Regressor(Regressor.DEFAULT_NAME, scaled);
  }

  private <T extends Output<T>> MutableDataset<T> dataset(
      TrainingRows rows, OutputFactory<T> factory, Function<String, T> output) {
    MutableDataset<T> dataset =
        new MutableDataset<>(new SimpleDataSourceProvenance("train.csv", factory), factory);
    Encoder encoder = new Encoder(schema.columns(), schema.scales());
    String[] names = schema.features().toArray(String[]::new);
    List<double[]> values = rows.rows();
    for (int i = 0; i < values.size(); i++) {
      T label = output.apply(rows.labels().get(i));
      Example<T> example = new ArrayExample<>(label, names, encoder.encode(values.get(i)));
      dataset.add(example);
    }
    return dataset;
  }

  private Model<Label> classification(MutableDataset<Label> rows) {
    LongFunction<DecisionTreeTrainer<Label>> trees =
        seed ->
            new CARTClassificationTrainer(
                wanted.maxDepth(), weight(rows.size()), 0f, share(), false, new GiniIndex(), seed);
    Forests<Label> forests =
        new Forests<>(trees, new FullyWeightedVotingCombiner(), wanted, progress);
    return switch (wanted.trainer()) {
      case Hyperparameters.RANDOM_FOREST -> forests.withBootstrap(rows);
      case Hyperparameters.FOREST_WITHOUT_BOOTSTRAP -> forests.withoutBootstrap(rows);
      case Hyperparameters.ADABOOST -> boosted(rows);
      default ->
          new org.tribuo.classification.sgd.linear.LinearSGDTrainer(
                  new LogMulticlass(), new AdaGrad(LEARNING_RATE), wanted.epochs(), wanted.seed())
              .train(rows);
    };
  }

  private Model<Label> boosted(MutableDataset<Label> rows) {
    CARTClassificationTrainer tree =
        new CARTClassificationTrainer(
            wanted.maxDepth(), weight(rows.size()), 0f, 1f, false, new GiniIndex(), wanted.seed());
    return new AdaBoostTrainer(tree, wanted.trees(), wanted.seed()).train(rows);
  }

  private Model<Regressor> regression(MutableDataset<Regressor> rows) {
    LongFunction<DecisionTreeTrainer<Regressor>> trees =
        seed ->
            new CARTRegressionTrainer(
                wanted.maxDepth(),
                weight(rows.size()),
                0f,
                share(),
                false,
                new MeanSquaredError(),
                seed);
    Forests<Regressor> forests = new Forests<>(trees, new AveragingCombiner(), wanted, progress);
    return switch (wanted.trainer()) {
      case Hyperparameters.RANDOM_FOREST -> forests.withBootstrap(rows);
      case Hyperparameters.FOREST_WITHOUT_BOOTSTRAP -> forests.withoutBootstrap(rows);
      default ->
          new org.tribuo.regression.sgd.linear.LinearSGDTrainer(
                  new SquaredLoss(), new AdaGrad(LEARNING_RATE), wanted.epochs(), wanted.seed())
              .train(rows);
    };
  }

  private float weight(int rows) {
    return (float) wanted.minChildWeight(rows);
  }

  /** Tribuo rounds share times features: never to none, and its forest wants less than all. */
  private float share() {
    double least = 1.0 / schema.features().size();
    double most = wanted.trainer().equals(Hyperparameters.RANDOM_FOREST) ? 0.999 : 1;
    return (float) Math.min(most, Math.max(least, wanted.fractionFeatures()));
  }
}
