/** First names of men; see the first names of women. */
export const firstNamesOfMen: ReadonlySet<string> = new Set(
  `
aaron abdon abdul abdullah abe abel ábel abélard abelardo abelin abondance abraham absalon acace ace achaire
achille achim adalard adalbald adalbéron adalbert adalberto adalric adam adegrin adel adelin adelphe adem
adenet adéodat adhémar adi adil adjutor adolf adolfo adolphe adonis adriaan adrian adrián adriano adrien
agapet agathange agathon agaton agilbert agnan agrippin ahmad ahmed ahmet aidan aiden aimable aimé aksel
alain alan alban albéric albert alberto albin albín albrecht alcibiade alcide alcime aldo aldonce aldric
aleaume alec alejandro aleksander aleksy aleš alessandro alessio alex alexander alexandre alexej alexis
alfons alfonso alfred alfréd alfredo ali allan allen alliaume almine almire alois aloïs alojz alonzo
alparslan alphée alphonse alpinien alton alverède alvin alwar amalric amandin amant amar ambroise ambroży
amédée amélien amiel amin amir amon amos amour anaël anastase anatol anatole ancelin andéol anders andoche
andre andré andrea andreas andrei andrej andres andrew andrij andrzej andy ange angelo angilbe angilran
angoustan anicet annibal anouar ansbert anselme ansgar ansgary anthelme anthony antide antoine anton antoni
antonin antonio apollinaire apollinary apollo aquilin aras arcade archambaud archibald archie arda arian
arie ariel aris ariste aristide arjen arkadiusz arkady armand armando armel armin arnaldo arnaud arne arno
arnold arnould arolde aron áron arpád arsène arseniusz arthaud arthème arthur artur arturo arved arvid
arystarch ascelin atanazy athanase attila aubry audebert audouin audran august auguste augustin aurel aurèle
aurelio aurian austin auxence axel ayaz ayden ayman aymard aymeric aymon ayoub aziz badr baldwin balthazar
baptiste baran baris barnabé barry bart barthélemy bartimée bas basil basile bastiaan bastian bastien
batuhan baudouin bazyli bela ben benedikt benedykt beniamin bénigne benito benja benjamin benjamín bennet
bennett bennie benno benny benoît bent bentley benyamin béranger bérard berat berend berkay bernard bernardo
bernd bernhard bert berthold bertram bertrand bilal bill billy bjarne bjorn björn blahoslav blaise blake
blažej błażej bo boas boaz bob bobby bodhi bodi bodo boet bogdan bohdan bohémond bohumil bohumír bohuš
bohuslav boleslav bon bonifác boniface boris borys bouchard boyd božidar brad bradford bradley brajan bram
brando brandon branislav brayan brendan brenn brent bret brett briac brian brice brieuc bruce bruno bryan
bryant burak burkhard byron caleb calixte calvin camélien cameron camil camille camillien can candide
candido caribert carl carlo carloman carlos carlton carmelo carmine carsten cas caspar casper cassien cecil
cecyliusz cedric cédric cedrik celestin célestin célien cem césaire cesar césar cezary chad charlemagne
charles charlie chase chester childebert chilpéric chrétien chris christ christiaan christian christiano
christodule christof christoph christophe christopher chrysole chrysostome claas clarence clark claude
claudien claudio claus clay clayton cléandre clemens clement clément clemente cléry clifford clifton clint
clinton clotaire clovis clyde cody coen colin collin côme conner connor conny conrad constant constantin
corentin corey cornelis cornelius corvin cory craig cristian cristobal ctibor curt curtis cyprián cyprien
cyriaque cyril cyrille cyrus cyryl daan dale daley dalibor damian damien damin damon dan daniel daniël
daniele danilo danny dante darian darin dario darius dariusz darnell darrel darrell darren darrin darryl
daryl dave davey davi david dávid davide davin davy dawid dax dean deen delbert delphin demetriusz denis
deniz dennis denny derek derrick désiré detlef detlev devin dewey dex dexter dexx dezider didier diego dies
dieter dietrich dieudonné dimitri dino dion dionizy dionýz dirk djayden dmitri dobroslav domenic domenico
domenik domingo dominic dominick dominik dominique don donald donát donato donnie donny dorian dorián doug
douglas douwe doyle drahomír drahoslav drew duane duco dušan dustin duuk dwayne dwight dylan dylano earl
earnest eberhard eckart eckhard ecrin ed eddi eddie eddy eden edgar edgard edgardo edmond edmund édouard
eduard eduardo edvin edward edwin efe efraim efrem ege egon eike elbert eleazar éleuthère eli elia eliah
elian elias eliasz élie elijah elio élisée eliseo elliot elliott ellis elmer elmo elvis élzéar emanuel
émeric emil emile émile emilian emiliano emilio emin emir emirhan emmanuel emmett emre enes enguerrand enno
enrico enrique ensar enzo épiphane erast eray eren erhard eriberto eric éric erich erick erik ernest ernesto
ernst ervin ervín erwin esteban ethan etienne étienne eubert eudes eudoxe eugen eugene eugène eugeniusz
eusèbe eusebio eustache eustracjusz evan évariste everardo everett évrard eymen ezio ezra faas fabian fabien
fabio fabrice falba falk fantin fausto fedde federico fedor félicité feliks felipe felix félix fender
ferdinand fernando ferre fiacre fidel fidèle fiete filemon filiberto filip finlay finley finn finnley firmin
flavien flavio flip flodoard florent florentin florestan florian florián floris floyd flynn forrest fortuné
fos foss foulques francesco francisco francisque franciszek franco françois frank franklin františek franz
fred freddie frederic frédéric frederick frederik fredrick fredrik fredy freek frenkie friedrich fritz
fryderyk fulbert fulcran fulgence furkan fynn gabin gabriel gabriël gaël gaetano galfryd garnier garrett
garry gary gaspar gašpar gaspard gaston gatien gaud gautier gedeon gédéon gejza gene gennaro geoffrey
geoffroy georg george georges gerald gerard gérard gerardo géraud gerazym gerbert gerd gerhard germain
gerrit gervais ghislain giacomo gian gianluca gianni gideon giel gijs gilbert gilberto gilles gino giorgio
giovanni girart gislebert giuliano giulio giuseppe glen glenn gondebaud gonsalwy gonthier gontran gonzague
gonzalo gordon gottfried götz grady graham grant greg gregg grégoire gregor gregorio gregory grzegorz guérin
gui guido guillaume guillermo gunnar günter gunther günther gust gustav gustave gustavo guus guy guyot gwido
habib hagen hakim hamza hannes hanno hans harald hardouin harold harry hartmut harvey hasan hassan hauke
hayden hector hédelin heiko hein heinrich heinz helge hélier helmut helmuth hendrik henk hennes henning
henri henrick henrik henry henryk herbert herluin herman hermann hervé hidde hieronim hilaire hilarion
hilary hildebert hincmar hipolit holger homer honoré horace horacio horacy horst howard hubert hubertus hugh
hugo hugues hüseyin hussein huub ian ibrahim idris ignác ignacio ignacy igor ilay ilias ilja ilyas immanuel
imran ingo innocent innocenty ireneusz irvin irving isaac isaiah isak isidore ismael ismail israel ivan iván
ivar iven ivo izaak izajasz izidor izydor jaap jace jacek jack jackson jacob jacobus jacques jaden jaime
jairo jaivey jake jakob jakub jamal james jamie jan janek janis janne jannek jannes jannik jannis jano
janosch janusz japhet jared jari jarne jarno jarod jarolím jaromír jaron jaroslav jarosław jasen jason
jasper javi javier jax jaxon jaxx jay jayce jayden jaylano jaylen jayson jayvano jean jeannel jeannot jed
jeff jeffery jeffrey jefta jelle jelmer jelte jens jeppe jerald jeremi jeremiah jeremias jeremiasz jeremie
jérémie jeremy jermaine jeroen jerome jérôme jerry jerzy jesper jesse jesus jidde jim jimi jimmie jimmy jo
joachim joah joakim joanny joas job jocelyn jochen jody joe joel joël joep joes joey johan johann johannes
john johnathan johnny jon jona jonah jonas jonatan jonathan jonathon jonte joost jop jordan jordi jordy jörg
jorge jørgen joris jorn jorrit jort joscha joschua jose josef joseph josh joshua josse josselin josua josue
jourdain jozef józef jozue juan juda jude judicaël julan jules julian julien julio julius juliusz junayd jur
jürgen juri jurre juste justin justus justyn kaan kacper kai kaj kalistrat kalle kamil karam karim karl
karlo karol karsten kasper kay kayden kazimierz kazimír keano keanu kees keith kelvin ken kenan kenji
kenneth kenny keno kent kenzo kerem kerim kerry kevin khalid khalil kian kick kilian kim kimi kirk kjeld
kjell klaas klarencjusz klaudiusz klaus klemens klement kobe koen koloman konrad konstantin konstanty
konstantyn koray korbinian kornel korneli korneliusz krijn kristián kristoffer kristopher krystian krzysztof
ksawery ksenofont kurt kwintyn kyan kyano kyle ladislav lamar lambert lance landry larry lars lasse laurence
laurencjusz laurens laurent laurenty laurenz laurin lawrence lazar lazare łazarz lean leander léandre
leandro lee leendert leif leland len lenn lennard lennart lennert lennie lennon lennox lenny leo leon léon
leonard léonard leonardo leonhard leonid leonidas leopold léopold leopoldo leroy lesley leslie lester leu
leufroy lev levent levi levin levy lewin lewis lex liam lian lias libère liétald lieuwe lino linus lio lion
lionel lisandro livio liyam lloyd loek loet logan loïc longin lonnie lorenz lorenzo loris lorrain lothaire
lothar louay louie louis loup lowell luan luc luca lucas lucian luciano lucien lucio lucius lucjan ludo
ludolphe ludovic ludwig ludwik luigi luis luiz luk luka lukas lukáš łukasz luke luther lutz luuk lux lyam
lyle maarten maas macaire mace maciej mack maddox mads maes magnus maher mahir maik makary maksim maksym
maksymilian malcolm malik malo malte mamert manassé manfred manoah manu manuel marc marceau marcel marceli
marcelin marcin marco marcos marcus marek marian marián mariano marijn marin marinus mario marius mariusz
mark marko markus marlo marlon marshall mart marten martial martin marty marvin marwin mas mason massimo
matej mateo mateusz mathew mathias mathijs mathis mathurin matis mats matt matteo mattes matthew matthias
matthieu matthijs matthis matti mattia mattis matz maugis maurice maurits mauro maurycy max maxence maxim
maxime maximilian maximilián maximilien mayeul mayson medard médéric mees mehmet meik melchior melle mels
melvin mence menno merijn merlin mérovée mert mervin metod mex micah micha michael michaël michal michał
micheal michel mick midas miguel mik mika mikail mike mikkel mikołaj mikuláš milan milano miles milivoj milo
miloš miloslav milton mink mio mirac miran mirco mirko miron miroslav mirosław mirza mitch mitchell mladen
modest modesto mohamed mohammad mohammed moïse mojmír mojżesz moos morgan moritz morris morten moses moussa
mozes muhammad muhammed murat musa mustafa mykola mylan mylo myron nadir nahil naoufal naoufel napoleon
narcis narciso narcisse natan natanael nathan nathanael nathanaël nathaniel naud naudet nazariusz nazary
neal néhémie neil nelson neo nestor nevio nicéphore nicholas nick niclas nico nicola nicolai nicolas niek
niels nigel nikita niklas niko nikodem nikola nikolai nikolas nikolaus nils nino noah noam noan noe noé noel
noël nolan norbert norberto norman normand noud nouri nout novan nox octave odilon odin odon oger oke olaf
ole oleg oleksandr oliver olivier oliwier omar ömer onufry onur oren orestes orlando orville oscar oskar
osman osmund osvaldo otis oto otto oury owen pablo pacôme palémon pankrác pankracy pantaleon paolo parfait
pascal pasquale paterne patrice patrick patrik patrycjusz patrycy patryk paul pavel paweł pedro peer pelle
pepe pepijn pépin per perceval percy perry pete peter phil philémon philibert philip philipp philippe
phillip pie pierre pierrick piet pieter pietro pim piotr pit pius platon polikarp porfiriusz porfiry preston
prince prokles prokop prokul prosper quentin quin quinten quirin rachid radomír radoslav radovan radúz raf
rafael rafaël rafał raff raik rainer rajmund rajnold ralf ralph ramiro ramon randal randall randolf randolph
randy raoul raphael raphaël rasmus rastislav raul ravi ray rayan rayen raymond reginald régis rein reiner
reinhard reinhold réjean rémi remo remus renato renaud rene rené rens revi rex reybaud reza ricardo riccardo
richard rick rickey ricky rico riff rino riv roan robert róbert roberto robin robinson rocco roch roderick
roderyk rodney rodolfo rodolphe rodrigo rodrigue rogelio roger rohan roland rolando rolf romain roman romeo
roméo romuald romulus ron ronald ronan ronnie roosevelt roselin ross rover rowan roy ruben rüdiger rudolf
rudolph rudy rufus rupert russell ruud ryan ryszard sabir sabri safouan safouane said salih salim salomon
salvador salvatore salwator sam sami samir sammy samson samuel samuël sander sandro santiago santino santos
sascha saul sauveur savi savin savinien scott sean seb sebas sebastiaan sebastian sébastien sef seff selim
sem semih senn senne sep sepp seppe serafin séraphin serge sergei sergej sergio sergiusz servác seth sev
severín séverin seweryn shane shaun shawn sheldon sherman sidney sidoine siebe siegfried siegmund siem siep
sigebert sigismond sigurd sil silas silvan silvère silvio simeon simon simone sinan sixte sjoerd sjors sky
slavomír sławomir sönke sören spencer spirydion stan stanislas stanislav stanisław stanley stef stefan
štefan steffen sten stephan stéphane stephen steve steven stewart stig stijn storm stuart sven sverre
sylvain sylvester sylvestre sylwester szczepan szymon tadeáš tadeusz taha tamino tammo tancrède tanguy tarik
tariq taurin tayler taylor ted teije teo teodor teodoro teofil terence terencjusz terrance terrell terrence
terry teun teunis theo theodor theodore théodore théodose théophile théophraste thiago thibault thibert
thierry thies thije thijmen thijn thijs thilo thom thomas thorben thore thorge thorsten tiago tibbe tibor
tichomír tieme ties tijmen tijn tijs til till tillmann tilo tim timm timmy timo timoléon timon timotej
timoteo timothée timothy timur tino titien tito titus tizian tjark tobias tobiasz tobin toby todd tom toma
tomas tomáš tomasz tomislav tommy toni tonnin tony toon torben tore torsten toussaint trajan travis trevor
tristan troy turold tuur twan tycho tygo tyler tymon tymoteusz tyron tyrone ubaldo udo ugo ulf ulrich ulysse
umut urbain urban uwe václav vadim valdemar valentijn valentin valentino valère valéry valter vasco vasil
veit venance venceslas vendelín verner vernon vianney vic vicente victor victorien victorin viggo vigile
vigo vik viktor vin vince vincent vincenzo vinz virgil vít vital vito vitus vivien vladimir vladimír
vladislav vlastimil volker vratislav wacław wade walenty walentyn waleran walerian walery walgierz wallace
walter walther wandrille warren wawrzyniec wayne wendelin wendell werner wes wesley wessel wiesław wiktor
wilbert wilbur wilfred wilfried wilfryd wilhelm willard willem willi william willis willy wilson wim
wincenty winfried winston witalis wladimir władysław włodzimierz wm wojciech wolf wolfgang wolfram woodrow
wout wouter xander xaver xavi xavier xem xénophon yahya yannic yannick yannik yannis yasin yassin yassine
yassir yoann younes youp yousef youssef yunus yusuf yven yves zachariasz zacharie zachary zaché zack zackary
zain zakaria zakary zayd zayn zbigniew zdenko zef zeno zéphirin zev zeyd zion ziyad zlatko zoltán zygmunt
`
    .trim()
    .split(/\s+/),
);
