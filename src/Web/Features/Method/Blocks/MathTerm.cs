using System.Globalization;

namespace KneeLoad.Web.Features.Method.Blocks;

/// <summary>
/// A term of a formula: written as MathML for the page and as TeX for the document, and computed,
/// so that a test can hold what is shown against what the model computes.
/// </summary>
internal abstract record MathTerm
{
    /// <summary>The term in MathML Core.</summary>
    public abstract string MathMl { get; }

    /// <summary>The term in TeX.</summary>
    public abstract string Tex { get; }

    /// <summary>Its value.</summary>
    /// <param name="valueOf">Value of each symbol, by the symbol as it is written in TeX.</param>
    public abstract double Evaluate(Func<string, double> valueOf);

    public static MathTerm operator *(MathTerm left, MathTerm right) => new Product(left, right);

    public static MathTerm operator /(MathTerm left, MathTerm right) => new Quotient(left, right);

    public static MathTerm operator +(MathTerm left, MathTerm right) => new Sum(left, right, IsDifference: false);

    public static MathTerm operator -(MathTerm left, MathTerm right) => new Sum(left, right, IsDifference: true);

    public static MathTerm Symbol(string name, string? index = null) => new Letter(name, index);

    public static MathTerm Number(double value) => new Literal(value);

    public static MathTerm E(MathTerm exponent) => new Exponential(exponent);

    public static MathTerm Pi { get; } = new Constant("π", @"\pi", Math.PI);

    /// <summary>Three dots of a sum that goes on. They have no value.</summary>
    public static MathTerm Dots { get; } = new Constant("…", @"\dots", double.NaN);

    public static MathTerm Ln(MathTerm argument) => new Logarithm(argument);

    public MathTerm Power(double exponent) => Power(new Literal(exponent));

    public MathTerm Power(MathTerm exponent) => new Raised(this, exponent);

    public MathTerm Squared => new Raised(this, new Literal(2));

    /// <summary>A function of a symbol: c(v).</summary>
    public static MathTerm Function(string name, string? index, string argument) => new Call(name, index, argument);

    private string GroupedMathMl => this is Sum ? $"<mrow><mo>(</mo>{MathMl}<mo>)</mo></mrow>" : MathMl;

    private string GroupedTex => this is Sum ? $"({Tex})" : Tex;

    private sealed record Literal(double Value) : MathTerm
    {
        private string Digits => Math.Abs(Value).ToString("0.######", CultureInfo.InvariantCulture);

        public override string MathMl => Value < 0 ? $"<mrow><mo form=\"prefix\">−</mo><mn>{Digits}</mn></mrow>" : $"<mn>{Digits}</mn>";

        public override string Tex => Value < 0 ? "-" + Digits : Digits;

        public override double Evaluate(Func<string, double> valueOf) => Value;
    }

    private sealed record Constant(string Sign, string TexSign, double Value) : MathTerm
    {
        public override string MathMl => $"<mi>{Sign}</mi>";

        public override string Tex => TexSign;

        public override double Evaluate(Func<string, double> valueOf) => Value;
    }

    private sealed record Letter(string Name, string? Index) : MathTerm
    {
        public override string MathMl => Index is null ? $"<mi>{Name}</mi>" : $"<msub><mi>{Name}</mi><mi>{Index}</mi></msub>";

        public override string Tex =>
            (Name.Length == 1 ? Name : $@"\text{{{Name}}}") + (Index is null ? "" : Index.Length == 1 ? $"_{{{Index}}}" : $@"_{{\text{{{Index}}}}}");

        public override double Evaluate(Func<string, double> valueOf) => valueOf(Tex);
    }

    private sealed record Call(string Name, string? Index, string Argument) : MathTerm
    {
        private MathTerm Head => new Letter(Name, Index);

        public override string MathMl => $"<mrow>{Head.MathMl}<mo>&#x2061;</mo><mo>(</mo><mi>{Argument}</mi><mo>)</mo></mrow>";

        public override string Tex => $"{Head.Tex}({Argument})";

        public override double Evaluate(Func<string, double> valueOf) => valueOf(Tex);
    }

    private sealed record Sum(MathTerm Left, MathTerm Right, bool IsDifference) : MathTerm
    {
        public override string MathMl => $"<mrow>{Left.MathMl}<mo>{(IsDifference ? "−" : "+")}</mo>{Right.MathMl}</mrow>";

        public override string Tex => $"{Left.Tex} {(IsDifference ? "-" : "+")} {Right.Tex}";

        public override double Evaluate(Func<string, double> valueOf) =>
            Left.Evaluate(valueOf) + ((IsDifference ? -1 : 1) * Right.Evaluate(valueOf));
    }

    private sealed record Product(MathTerm Left, MathTerm Right) : MathTerm
    {
        public override string MathMl => $"<mrow>{Left.GroupedMathMl}<mo>·</mo>{Right.GroupedMathMl}</mrow>";

        public override string Tex => $@"{Left.GroupedTex} \cdot {Right.GroupedTex}";

        public override double Evaluate(Func<string, double> valueOf) => Left.Evaluate(valueOf) * Right.Evaluate(valueOf);
    }

    private sealed record Quotient(MathTerm Above, MathTerm Below) : MathTerm
    {
        public override string MathMl => $"<mfrac>{Above.MathMl}{Below.MathMl}</mfrac>";

        public override string Tex => $@"\frac{{{Above.Tex}}}{{{Below.Tex}}}";

        public override double Evaluate(Func<string, double> valueOf) => Above.Evaluate(valueOf) / Below.Evaluate(valueOf);
    }

    private sealed record Raised(MathTerm Base, MathTerm Exponent) : MathTerm
    {
        private bool NeedsBrackets => Base is not (Letter or Constant);

        public override string MathMl =>
            $"<msup>{(NeedsBrackets ? $"<mrow><mo>(</mo>{Base.MathMl}<mo>)</mo></mrow>" : Base.MathMl)}{Exponent.MathMl}</msup>";

        public override string Tex => (NeedsBrackets ? $@"\left({Base.Tex}\right)" : Base.Tex) + $"^{{{Exponent.Tex}}}";

        public override double Evaluate(Func<string, double> valueOf) => Math.Pow(Base.Evaluate(valueOf), Exponent.Evaluate(valueOf));
    }

    private sealed record Logarithm(MathTerm Argument) : MathTerm
    {
        public override string MathMl => $"<mrow><mi>ln</mi><mo>&#x2061;</mo><mo>(</mo>{Argument.MathMl}<mo>)</mo></mrow>";

        public override string Tex => $@"\ln\left({Argument.Tex}\right)";

        public override double Evaluate(Func<string, double> valueOf) => Math.Log(Argument.Evaluate(valueOf));
    }

    private sealed record Exponential(MathTerm Exponent) : MathTerm
    {
        public override string MathMl => $"<msup><mi>e</mi>{Exponent.MathMl}</msup>";

        public override string Tex => $"e^{{{Exponent.Tex}}}";

        public override double Evaluate(Func<string, double> valueOf) => Math.Exp(Exponent.Evaluate(valueOf));
    }
}
