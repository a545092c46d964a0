using Microsoft.ML;
using Microsoft.ML.Calibrators;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers.FastTree;

namespace BuyerPath.Benchmarks.Qualification;

/// <summary>What a library learns from the same deals, by its own settings, each value of each column as a yes or no.</summary>
internal static class MachineLearning
{
    private const int Seed = 20261123;

    /// <summary>Logistic regression.</summary>
    public static readonly DealRule LogisticRegression = new("logistic regression (Microsoft.ML)", (deals, train) =>
        Learn(deals, train, learner => learner.BinaryClassification.Trainers.LbfgsLogisticRegression()));

    /// <summary>Boosted trees.</summary>
    public static readonly DealRule BoostedTrees = new("boosted trees (Microsoft.ML)", (deals, train) =>
        Learn(deals, train, learner => learner.BinaryClassification.Trainers.FastTree(new FastTreeBinaryTrainer.Options { NumberOfThreads = 1 })));

    private static Func<int, Forecast> Learn<TModel>(
        Deals deals, IReadOnlyList<int> train, Func<MLContext, IEstimator<BinaryPredictionTransformer<TModel>>> trainer) where TModel : class
    {
        var learner = new MLContext(Seed);
        var signals = new Signals(deals, train.ToList());
        var schema = SchemaDefinition.Create(typeof(Row));
        schema[nameof(Row.Features)].ColumnType = new VectorDataViewType(NumberDataViewType.Single, signals.Sizes.Sum());

        var model = trainer(learner).Fit(learner.Data.LoadFromEnumerable(train.Select(RowOf).ToList(), schema));
        var engine = learner.Model.CreatePredictionEngine<Row, Answer>(model, inputSchemaDefinition: schema);
        return place =>
        {
            var answer = engine.Predict(RowOf(place));
            return new Forecast(answer.Score, answer.Probability);
        };

        Row RowOf(int place) => new() { Features = signals.OneHot(place), Label = deals.Won[place] };
    }

    private sealed class Row
    {
        public float[] Features { get; set; } = [];

        public bool Label { get; set; }
    }

    private sealed class Answer
    {
        public float Score { get; set; }

        public float Probability { get; set; }
    }
}
