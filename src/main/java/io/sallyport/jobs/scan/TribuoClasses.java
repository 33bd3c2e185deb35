package io.sallyport.jobs.scan;

import com.google.protobuf.Descriptors.Descriptor;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tribuo.classification.protos.ImmutableLabelInfoProto;
import org.tribuo.classification.protos.LabelProto;
import org.tribuo.classification.sgd.protos.ClassificationLinearSGDProto;
import org.tribuo.common.tree.protos.LeafNodeProto;
import org.tribuo.common.tree.protos.SplitNodeProto;
import org.tribuo.common.tree.protos.TreeModelProto;
import org.tribuo.math.protos.DenseTensorProto;
import org.tribuo.math.protos.LinearParametersProto;
import org.tribuo.protos.core.CategoricalIDInfoProto;
import org.tribuo.protos.core.ImmutableFeatureMapProto;
import org.tribuo.protos.core.RealIDInfoProto;
import org.tribuo.protos.core.WeightedEnsembleModelProto;
import org.tribuo.regression.protos.DimensionTupleProto;
import org.tribuo.regression.protos.ImmutableRegressionInfoProto;
import org.tribuo.regression.protos.RegressorProto;
import org.tribuo.regression.rtree.protos.IndependentRegressionTreeModelProto;
import org.tribuo.regression.sgd.protos.RegressionLinearSGDProto;

/**
 * The classes that a model of our trainers names, exactly: which message may name which class with
 * which content, and the classes of its provenance. Tribuo loads what these names say.
 */
final class TribuoClasses {

  private static final String TRIBUO = "org.tribuo.";
  private static final String ORACLE = "com.oracle.labs.mlrg.olcut.provenance.";

  private static final Map<String, Descriptor> CONTENT = content();
  private static final Set<String> EMPTY =
      Set.of(
          "EnsembleCombinerProto org.tribuo.classification.ensemble.FullyWeightedVotingCombiner",
          "EnsembleCombinerProto org.tribuo.classification.ensemble.VotingCombiner",
          "EnsembleCombinerProto org.tribuo.regression.ensemble.AveragingCombiner",
          "NormalizerProto org.tribuo.math.util.ExpNormalizer");
  private static final Set<String> PROVENANCE = provenance();

  private TribuoClasses() {}

  /** What a message that names a class holds, if class and content belong together. */
  static Optional<Descriptor> content(String message, String className, String typeUrl) {
    return Optional.ofNullable(CONTENT.get(message + " " + className + " " + typeUrl));
  }

  /** Whether a message names a class that has no content. */
  static boolean isEmpty(String message, String className) {
    return EMPTY.contains(message + " " + className);
  }

  /** Whether a provenance may name this class. */
  static boolean inProvenance(String className) {
    return PROVENANCE.contains(className);
  }

  private static Map<String, Descriptor> content() {
    Map<String, Descriptor> known = new HashMap<>();
    add(known, "ModelProto", "common.tree.TreeModel", TreeModelProto.getDescriptor());
    add(
        known,
        "ModelProto",
        "ensemble.WeightedEnsembleModel",
        WeightedEnsembleModelProto.getDescriptor());
    add(
        known,
        "ModelProto",
        "classification.sgd.linear.LinearSGDModel",
        ClassificationLinearSGDProto.getDescriptor());
    add(
        known,
        "ModelProto",
        "regression.sgd.linear.LinearSGDModel",
        RegressionLinearSGDProto.getDescriptor());
    add(
        known,
        "ModelProto",
        "regression.rtree.IndependentRegressionTreeModel",
        IndependentRegressionTreeModelProto.getDescriptor());
    add(
        known,
        "FeatureDomainProto",
        "ImmutableFeatureMap",
        ImmutableFeatureMapProto.getDescriptor());
    add(known, "VariableInfoProto", "CategoricalIDInfo", CategoricalIDInfoProto.getDescriptor());
    add(known, "VariableInfoProto", "RealIDInfo", RealIDInfoProto.getDescriptor());
    add(
        known,
        "OutputDomainProto",
        "classification.ImmutableLabelInfo",
        ImmutableLabelInfoProto.getDescriptor());
    add(
        known,
        "OutputDomainProto",
        "regression.ImmutableRegressionInfo",
        ImmutableRegressionInfoProto.getDescriptor());
    add(known, "OutputProto", "classification.Label", LabelProto.getDescriptor());
    add(known, "OutputProto", "regression.Regressor", RegressorProto.getDescriptor());
    add(
        known,
        "OutputProto",
        "regression.Regressor$DimensionTuple",
        DimensionTupleProto.getDescriptor());
    add(known, "TreeNodeProto", "common.tree.LeafNode", LeafNodeProto.getDescriptor());
    // Tribuo writes its leaves' name for a split too
    add(known, "TreeNodeProto", "common.tree.LeafNode", SplitNodeProto.getDescriptor());
    add(known, "ParametersProto", "math.LinearParameters", LinearParametersProto.getDescriptor());
    add(known, "TensorProto", "math.la.DenseMatrix", DenseTensorProto.getDescriptor());
    return Map.copyOf(known);
  }

  private static void add(
      Map<String, Descriptor> known, String message, String className, Descriptor content) {
    String url = "type.googleapis.com/" + content.getFullName();
    known.put(message + " " + TRIBUO + className + " " + url, content);
  }

  private static Set<String> provenance() {
    Stream<String> tribuo =
        Stream.of(
            "DataSource",
            "ImmutableDataset",
            "MutableDataset",
            "Trainer",
            "classification.LabelFactory",
            "classification.LabelFactory$LabelFactoryProvenance",
            "classification.dtree.CARTClassificationTrainer",
            "classification.dtree.impurity.Entropy",
            "classification.dtree.impurity.GiniIndex",
            "classification.ensemble.AdaBoostTrainer",
            "classification.ensemble.FullyWeightedVotingCombiner",
            "classification.ensemble.VotingCombiner",
            "classification.sgd.linear.LinearSGDModel",
            "classification.sgd.linear.LinearSGDTrainer",
            "classification.sgd.linear.LogisticRegressionTrainer",
            "classification.sgd.objectives.LogMulticlass",
            "common.tree.RandomForestTrainer",
            "common.tree.TreeModel",
            "dataset.DatasetView",
            "dataset.DatasetView$DatasetViewProvenance",
            "datasource.ListDataSource",
            "ensemble.WeightedEnsembleModel",
            "math.optimisers.AdaGrad",
            "provenance.DatasetProvenance",
            "provenance.EnsembleModelProvenance",
            "provenance.ModelProvenance",
            "provenance.SimpleDataSourceProvenance",
            "provenance.impl.TimestampedTrainerProvenance",
            "provenance.impl.TrainerProvenanceImpl",
            "regression.RegressionFactory",
            "regression.RegressionFactory$RegressionFactoryProvenance",
            "regression.ensemble.AveragingCombiner",
            "regression.rtree.CARTRegressionTrainer",
            "regression.rtree.IndependentRegressionTreeModel",
            "regression.rtree.impurity.MeanSquaredError",
            "regression.sgd.linear.LinearSGDModel",
            "regression.sgd.linear.LinearSGDTrainer",
            "regression.sgd.objectives.SquaredLoss");
    Stream<String> oracle =
        Stream.of(
            "impl.ConfiguredObjectProvenanceImpl",
            "primitives.BooleanProvenance",
            "primitives.CharProvenance",
            "primitives.DateTimeProvenance",
            "primitives.DoubleProvenance",
            "primitives.FloatProvenance",
            "primitives.IntProvenance",
            "primitives.LongProvenance",
            "primitives.StringProvenance");
    return Stream.concat(tribuo.map(TRIBUO::concat), oracle.map(ORACLE::concat))
        .collect(Collectors.toUnmodifiableSet());
  }
}
